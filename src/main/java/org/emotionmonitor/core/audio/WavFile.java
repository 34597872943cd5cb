package org.emotionmonitor.core.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** WAV through the Java platform's readers; samples are converted here, without its mixers. */
final class WavFile extends AudioFile {

  /** The format chunk is looked for in so many bytes. */
  private static final int HEADER = 1 << 16;

  /** What a program writes for a length that it does not know, as it cannot go back. */
  private static final long UNKNOWN_BYTES = 0xffff_ffffL;

  private final Path path;
  private final AudioInputStream in;
  private final AudioFormat format;
  private final WavSample sample;
  private final int frameBytes;
  private final int sampleBytes;
  private final long length;
  private byte[] bytes = new byte[0];
  private long done;

  WavFile(Path path, InputStream raw) throws IOException {
    this.path = path;
    try {
      raw.mark(HEADER);
      String problem = WavHeader.read(raw, HEADER).problem();
      if (problem != null) {
        throw new AudioFileException(path, problem, "convert it to 16-bit PCM");
      }
      raw.reset();
      in = AudioSystem.getAudioInputStream(raw);
      format = in.getFormat();
      sample = WavSample.of(format);
      if (sample == null) {
        throw new AudioFileException(
            path, "unsupported WAV format " + format, "convert it to 16-bit PCM");
      }
      frameBytes = format.getFrameSize();
      sampleBytes = frameBytes / format.getChannels();
      length = in.getFrameLength() == UNKNOWN_BYTES / frameBytes ? -1 : in.getFrameLength();
      if (length == 0 && raw.read() >= 0) {
        throw new AudioFileException(
            path,
            "its header promises 0 samples, but something follows",
            "repair the header, for example with ffmpeg");
      }
    } catch (AudioFileException e) {
      raw.close();
      throw e;
    } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
      raw.close();
      String reason = Objects.requireNonNullElse(e.getMessage(), "it ends early");
      throw new AudioFileException(
          path, "broken or unsupported WAV header: " + reason, "convert it to 16-bit PCM", e);
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
    return length;
  }

  @Override
  public int read(float[][] channels, int max) throws IOException {
    int want = Math.multiplyExact(max, frameBytes);
    if (bytes.length < want) {
      bytes = new byte[want];
    }
    int got = in.readNBytes(bytes, 0, want);
    int frames = got / frameBytes;
    if (got < want && done + frames < length) {
      throw new AudioFileException(
          path,
          "ends after %d of the %d samples that its header promises"
              .formatted(done + frames, length),
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
