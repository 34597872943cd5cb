package org.emotionmonitor.bench.core;

import be.tarsos.dsp.util.fft.FFT;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.audio.Resampler;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.features.FrameFeatures;
import org.emotionmonitor.core.features.RealFft;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.level.ActiveLevel;
import org.emotionmonitor.core.quality.SignalQuality;
import org.emotionmonitor.core.rate.SyllableRate;
import org.emotionmonitor.core.vad.SpeechGate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds of one core per second of audio, by stage; each operation handles one second of 8
 * kHz µ-law in chunks of 20 ms (about 100.2 frames). Run with {@code -prof gc} for the bytes
 * allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class FrontEndBenchmark {

  private static final int RATE = TestAudio.RATE;
  private static final int CHUNK = RATE / 50;
  private static final int FRAMES = 100;
  private static final double UP = (double) FeatureSpec.SAMPLE_RATE / RATE;

  /** A WAV or FLAC file of 8 kHz; made audio if empty. */
  @Param("")
  public String audio;

  private byte[] bytes;
  private float[] samples;
  private float[] resampled;
  private int second;
  private final float[] chunk = new float[CHUNK];
  private final float[] row = new float[FeatureSpec.FEATURES];
  private final float[] window = new float[FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES];
  private final boolean[] speech = new boolean[FeatureSpec.WINDOW_FRAMES];
  private final double[] padded = new double[FeatureSpec.FFT_SIZE];
  private final float[] power = new float[FeatureSpec.BINS];
  private final float[] tarsosBuffer = new float[FeatureSpec.FFT_SIZE];
  private final RealFft fft = new RealFft();
  private final FFT tarsosFft = new FFT(FeatureSpec.FFT_SIZE);
  private final be.tarsos.dsp.resample.Resampler tarsosResampler =
      new be.tarsos.dsp.resample.Resampler(true, UP, UP);
  private final float[] tarsosOut = new float[FeatureSpec.SAMPLE_RATE];
  private final FrameFeatures features = new FrameFeatures();
  private FrontEnd frontEnd;
  private FrontEnd full;
  private Resampler resampler;
  private float sink;

  /** Decodes the audio once, and fills what a stage needs of the stages before it. */
  @Setup
  public void setUp() {
    samples = TestAudio.load(audio);
    bytes = new byte[samples.length];
    Encoding.PCMU.encode(samples, 0, samples.length, bytes, 0);
    resampled = new float[2 * FeatureSpec.SAMPLE_RATE];
    int[] count = new int[1];
    new Resampler(
            RATE,
            0,
            (in, off, n) -> {
              int room = Math.min(n, resampled.length - count[0]);
              System.arraycopy(in, off, resampled, count[0], room);
              count[0] += room;
            })
        .accept(samples, 0, 3 * RATE);
    resampler = new Resampler(RATE, 0, (in, off, n) -> sink += in[off]);
    frontEnd = new FrontEnd(RATE, FeatureSpec.WINDOW_FRAMES + 100);
    full = new FrontEnd(RATE, FeatureSpec.WINDOW_FRAMES + 100);
    full.accept(samples, 0, Math.min(samples.length, 7 * RATE));
    SpeechGate.speechFrames(full, full.frames(), FeatureSpec.WINDOW_FRAMES, speech);
  }

  private int next() {
    second = (second + 1) % (samples.length / RATE);
    return second * RATE;
  }

  /** µ-law to float. */
  @Benchmark
  public float decode() {
    int from = next();
    for (int at = 0; at < RATE; at += CHUNK) {
      Encoding.PCMU.decode(bytes, from + at, CHUNK, chunk, 0);
    }
    return chunk[0];
  }

  /** 8 kHz to 22,050 Hz. */
  @Benchmark
  public float resample() {
    int from = next();
    for (int at = 0; at < RATE; at += CHUNK) {
      resampler.accept(samples, from + at, CHUNK);
    }
    return sink;
  }

  /** For comparison: 8 kHz to 22,050 Hz by TarsosDSP, in high quality. */
  @Benchmark
  public int resampleTarsos() {
    int from = next();
    int written = 0;
    for (int at = 0; at < RATE; at += CHUNK) {
      written +=
          tarsosResampler.process(
                  UP, samples, from + at, CHUNK, false, tarsosOut, 0, tarsosOut.length)
              .outputSamplesGenerated;
    }
    return written;
  }

  /** The floor: 100 transforms and nothing else. */
  @Benchmark
  public float fft() {
    for (int i = 0; i < FRAMES; i++) {
      padded[i] = i;
      fft.power(padded, FeatureSpec.FRAME_LENGTH, power);
    }
    return power[1];
  }

  /** For comparison: 100 single-precision transforms by TarsosDSP. */
  @Benchmark
  public float fftTarsos() {
    for (int i = 0; i < FRAMES; i++) {
      System.arraycopy(
          resampled, i * FeatureSpec.FRAME_SHIFT, tarsosBuffer, 0, FeatureSpec.FRAME_LENGTH);
      java.util.Arrays.fill(tarsosBuffer, FeatureSpec.FRAME_LENGTH, FeatureSpec.FFT_SIZE, 0f);
      tarsosFft.forwardTransform(tarsosBuffer);
    }
    return tarsosBuffer[1];
  }

  /** 100 frames of features from 22,050 Hz, transforms included, differences not. */
  @Benchmark
  public float features() {
    for (int i = 0; i < FRAMES; i++) {
      features.compute(resampled, i * FeatureSpec.FRAME_SHIFT, row, 0);
    }
    return row[0];
  }

  /** Everything: µ-law bytes to frames of 205 features in the ring. */
  @Benchmark
  public long frontEnd() {
    int from = next();
    for (int at = 0; at < RATE; at += CHUNK) {
      Encoding.PCMU.decode(bytes, from + at, CHUNK, chunk, 0);
      frontEnd.accept(chunk, 0, CHUNK);
    }
    return frontEnd.frames();
  }

  /** One window of 600 frames out of the ring. */
  @Benchmark
  public int window() {
    return full.window(full.frames(), window, 0);
  }

  /** The speech frames of one window. */
  @Benchmark
  public int gate() {
    return SpeechGate.speechFrames(full, full.frames(), FeatureSpec.WINDOW_FRAMES, speech);
  }

  /** Active level of one window by P.56. */
  @Benchmark
  public double p56() {
    long end = full.frames();
    return ActiveLevel.of(full.envelope(end - FeatureSpec.WINDOW_FRAMES, end)).dbov();
  }

  /** Syllable rate of one window. */
  @Benchmark
  public double syllables() {
    return SyllableRate.of(full, full.frames(), FeatureSpec.WINDOW_FRAMES, speech);
  }

  /** Clipping, bandwidth and SNR of one window. */
  @Benchmark
  public SignalQuality quality() {
    return SignalQuality.of(full, full.frames(), FeatureSpec.WINDOW_FRAMES, speech);
  }
}
