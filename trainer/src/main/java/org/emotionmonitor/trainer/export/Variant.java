package org.emotionmonitor.trainer.export;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One written model, and what its number format costs on dev.
 *
 * @param precision such as {@code int8}
 * @param file its name
 * @param bytes its size
 * @param parity largest difference from DL4J; of fp32 only
 * @param utterances of dev that both were given; the numbers below are of them
 * @param uar of this variant, next to that of fp32
 * @param largestDifference of any probability from fp32
 * @param meanDifference of the likeliest emotion's probability from fp32
 * @param measured how
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Variant(
    String precision,
    String file,
    long bytes,
    Double parity,
    Integer utterances,
    Double uar,
    Double uarFp32,
    Double accuracy,
    Double accuracyFp32,
    Double largestDifference,
    Double meanDifference,
    String measured) {

  static Variant fp32(String file, long bytes, double parity) {
    return new Variant("fp32", file, bytes, parity, null, null, null, null, null, null, null, null);
  }
}
