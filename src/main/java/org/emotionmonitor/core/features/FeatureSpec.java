package org.emotionmonitor.core.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Feature spec {@code v1}: the numbers that training and serving share, and the order of the 205
 * features. A model carries {@link #hash()} and is refused when it differs.
 */
public final class FeatureSpec {

  /** Name of the spec. */
  public static final String NAME = "v1";

  /** Rate of the analysed signal, in Hz. */
  public static final int SAMPLE_RATE = 22_050;

  /** Samples of a frame: 25 ms. */
  public static final int FRAME_LENGTH = 551;

  /** Samples from one frame to the next: 10 ms. */
  public static final int FRAME_SHIFT = 220;

  /** Points of the FFT; the frame is zero-padded to it. */
  public static final int FFT_SIZE = 1_024;

  /** Bins of the power spectrum, 0 Hz to Nyquist. */
  public static final int BINS = FFT_SIZE / 2 + 1;

  /** Bands of the log-mel spectrum. */
  public static final int MEL_BANDS = 64;

  /** Mel-frequency cepstral coefficients. */
  public static final int MFCC = 40;

  /** Bands of the spectral contrast, the valley band below {@code 200 Hz} included. */
  public static final int CONTRAST_BANDS = 7;

  /** Pitch classes of the chroma. */
  public static final int CHROMA = 12;

  /** Features of one frame on its own: everything but the two MFCC differences. */
  public static final int STATIC_FEATURES = MFCC + MEL_BANDS + 1 + 1 + CONTRAST_BANDS + CHROMA;

  /** Features of one frame within a window. */
  public static final int FEATURES = STATIC_FEATURES + 2 * MFCC;

  /** Frames of a full window: 6 s. */
  public static final int WINDOW_FRAMES = 600;

  /** Frames of the Savitzky-Golay derivative; a window cannot be shorter. */
  public static final int DELTA_WIDTH = 9;

  private static final String DEFINITION =
      "v1;sr=22050;resample=kaiser-sinc,84dB,0.9-1.0-of-lower-nyquist,zero-phase;"
          + "frame=551;shift=220;window=hamming-periodic;fft=1024;center=false;float64;"
          + "mel=64,0-11025,slaney,slaney-norm,power,10log10,amin=1e-10;mfcc=40,dct2-ortho;"
          + "centroid=magnitude,hz;rolloff=0.85,magnitude,hz;"
          + "contrast=magnitude,200,6,0.02,10log10,amin=1e-10,top80-of-frame;"
          + "chroma=12,power,tuning0,A440,octave5,width2,max-norm;"
          + "delta=savgol9,order1-poly1,order2-poly2,interp-at-window-edges;"
          + "order=mfcc,delta,delta2,logmel,centroid,rolloff,contrast,chroma";

  private static final String HASH = sha256(DEFINITION).substring(0, 16);

  private FeatureSpec() {}

  /** First 16 hex digits of the SHA-256 of the written definition. */
  public static String hash() {
    return HASH;
  }

  /** The 205 feature names in order, such as {@code mfcc_0}, {@code delta_39}, {@code centroid}. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(FEATURES);
    add(names, "mfcc", MFCC);
    add(names, "delta", MFCC);
    add(names, "delta2", MFCC);
    add(names, "logmel", MEL_BANDS);
    names.add("centroid");
    names.add("rolloff");
    add(names, "contrast", CONTRAST_BANDS);
    add(names, "chroma", CHROMA);
    return List.copyOf(names);
  }

  /** Centre frequency in Hz of a log-mel band, 0 to 63. */
  public static double melBandHz(int band) {
    return MelBank.centreHz(band);
  }

  private static void add(List<String> names, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      names.add(prefix + "_" + i);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
