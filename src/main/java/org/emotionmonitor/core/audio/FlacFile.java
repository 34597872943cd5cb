package org.emotionmonitor.core.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.jflac.metadata.StreamInfo;

/** FLAC through jFLAC, block by block. */
final class FlacFile extends AudioFile {

  private final Path path;
  private final InputStream in;
  private final FLACDecoder decoder;
  private final StreamInfo info;
  private int blockSize;
  private int blockRead;
  private long done;
  private String problem;

  FlacFile(Path path, InputStream in) throws IOException {
    this.path = path;
    this.in = in;
    try {
      decoder = new FLACDecoder(new BoundedEnd(FlacHeader.strip(in)));
      info = decoder.readStreamInfo();
      decoder.readMetadata(info);
      decoder.addFrameListener(new Listener());
    } catch (IOException | RuntimeException e) {
      in.close();
      throw new AudioFileException(path, "broken FLAC header", "encode it again", e);
    }
    if (info.getSampleRate() < 1 || info.getChannels() < 1 || info.getBitsPerSample() < 1) {
      in.close();
      throw new AudioFileException(path, "its FLAC header contradicts itself", "encode it again");
    }
  }

  @Override
  public int sampleRate() {
    return info.getSampleRate();
  }

  @Override
  public int channels() {
    return info.getChannels();
  }

  @Override
  public long length() {
    return info.getTotalSamples() > 0 ? info.getTotalSamples() : -1;
  }

  @Override
  public int read(float[][] channels, int max) throws IOException {
    int read = 0;
    while (read < max && (blockRead < blockSize || nextBlock())) {
      int n = Math.min(max - read, blockSize - blockRead);
      float scale = 1f / (1L << (info.getBitsPerSample() - 1));
      for (int c = 0; c < channels(); c++) {
        int[] block = decoder.getChannelData()[c].getOutput();
        for (int i = 0; i < n; i++) {
          channels[c][read + i] = block[blockRead + i] * scale;
        }
      }
      blockRead += n;
      read += n;
    }
    done += read;
    return read == 0 && max > 0 ? -1 : read;
  }

  private boolean nextBlock() throws IOException {
    if (length() > 0 && decoder.getSamplesDecoded() >= length()) {
      // Asked for more, the decoder loops for ever over what may follow, such as an ID3 tag.
      return false;
    }
    Frame frame;
    try {
      frame = decoder.readNextFrame();
    } catch (IOException | RuntimeException e) {
      throw new AudioFileException(
          path, "broken FLAC audio near sample " + done, "encode it again", e);
    }
    long decoded = decoder.getSamplesDecoded();
    if (frame == null && decoded < length()) {
      throw new AudioFileException(
          path,
          "ends after %d of the %d samples that its header promises".formatted(decoded, length()),
          "copy or encode it again");
    }
    if (problem != null) {
      throw new AudioFileException(
          path, "broken FLAC audio near sample %d: %s".formatted(done, problem), "encode it again");
    }
    if (frame == null) {
      return false;
    }
    if (frame.header.sampleRate != sampleRate()
        || frame.header.channels != channels()
        || frame.header.bitsPerSample != info.getBitsPerSample()) {
      throw new AudioFileException(
          path, "its FLAC blocks differ in format near sample " + done, "encode it again");
    }
    if (length() > 0 && decoder.getSamplesDecoded() > length()) {
      throw new AudioFileException(
          path,
          "holds more than the %d samples that its header promises".formatted(length()),
          "encode it again");
    }
    blockSize = frame.header.blockSize;
    blockRead = 0;
    checkRange();
    return true;
  }

  /** Damage that the checksum does not show. */
  private void checkRange() throws IOException {
    long limit = 1L << (info.getBitsPerSample() - 1);
    for (int c = 0; c < channels(); c++) {
      int[] block = decoder.getChannelData()[c].getOutput();
      for (int i = 0; i < blockSize; i++) {
        if (block[i] < -limit || block[i] >= limit) {
          throw new AudioFileException(
              path,
              "broken FLAC audio near sample %d: %d is no value of %d bits"
                  .formatted(done + i, block[i], info.getBitsPerSample()),
              "encode it again");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** jFLAC tells of a damaged block here only, and goes on with silence in its place. */
  private final class Listener implements FrameListener {

    @Override
    public void processError(String message) {
      problem = message;
    }

    @Override
    public void processMetadata(Metadata metadata) {}

    @Override
    public void processFrame(Frame frame) {}
  }
}
