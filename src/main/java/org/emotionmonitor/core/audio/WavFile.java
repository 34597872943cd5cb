package org.emotionmonitor.core.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** WAV through the Java platform's readers; samples are converted here, without its mixers. */
final class WavFile extends AudioFile {

  private final Path path;
  private final AudioInputStream in;
  private final AudioFormat format;
  private final WavSample sample;
  private final int frameBytes;
  private final int sampleBytes;
  private byte[] bytes = new byte[0];
  private long done;

  WavFile(Path path, InputStream raw) throws IOException {
    this.path = path;
    try {
      in = AudioSystem.getAudioInputStream(raw);
      format = in.getFormat();
      sample = WavSample.of(format);
      if (sample == null
          || format.getChannels() < 1
          || format.getChannels() > MAX_CHANNELS
          || format.getSampleRate() < 1) {
        throw new AudioFileException(
            path, "unsupported WAV format " + format, "convert it to 16-bit PCM");
      }
      frameBytes = format.getFrameSize();
      sampleBytes = frameBytes / format.getChannels();
      if (frameBytes * 8 != format.getSampleSizeInBits() * format.getChannels()) {
        throw new AudioFileException(
            path, "its header contradicts itself: " + format, "write it again");
      }
    } catch (AudioFileException e) {
      raw.close();
      throw e;
    } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
      raw.close();
      throw new AudioFileException(
          path, "broken or unsupported WAV header", "convert it to 16-bit PCM", e);
    }
  }

  @Override
  public int sampleRate() {
    return Math.round(format.getSampleRate());
  }

  @Override
  public int channels() {
    return format.getChannels();
  }

  @Override
  public long length() {
    return in.getFrameLength() < 0 ? -1 : in.getFrameLength();
  }

  @Override
  public int read(float[][] channels, int max) throws IOException {
    int want = Math.multiplyExact(max, frameBytes);
    if (bytes.length < want) {
      bytes = new byte[want];
    }
    int got = in.readNBytes(bytes, 0, want);
    int frames = got / frameBytes;
    if (got < want && length() >= 0 && done + frames < length()) {
      throw new AudioFileException(
          path,
          "ends after %d of the %d samples that its header promises"
              .formatted(done + frames, length()),
          "copy or record it again");
    }
    if (frames == 0) {
      return max == 0 ? 0 : -1;
    }
    for (int c = 0; c < channels(); c++) {
      int at = c * sampleBytes;
      for (int i = 0; i < frames; i++, at += frameBytes) {
        channels[c][i] = sample.at(bytes, at);
      }
    }
    done += frames;
    return frames;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
