package org.emotionmonitor.onnx.export;

/**
 * One direction of an LSTM layer. Gates are stacked in ONNX order: input, output, forget, cell
 * candidate; each gate has {@code hidden} rows. There are no peepholes.
 *
 * <p>The arrays are neither copied nor compared: two instances are equal only if they share them.
 *
 * @param w input weights {@code [4*hidden][input]}, row-major
 * @param r recurrent weights {@code [4*hidden][hidden]}, row-major
 * @param b bias {@code [4*hidden]}; ONNX's second (recurrent) bias is written as zero
 */
// Weights are large and flow once from trainer to writer: copies and deep equality help nobody.
@SuppressWarnings("ArrayRecordComponent")
public record Direction(float[] w, float[] r, float[] b) {

  void check(String name, int input, int hidden) {
    long rows = 4L * hidden;
    Checks.array(name + " w", w, rows * input, "4 x hidden %d x input %d".formatted(hidden, input));
    Checks.array(
        name + " r", r, rows * hidden, "4 x hidden %d x hidden %d".formatted(hidden, hidden));
    Checks.array(name + " b", b, rows, "4 x hidden %d".formatted(hidden));
  }
}
