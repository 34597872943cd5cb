package org.emotionmonitor.trainer.export;

/**
 * Reorders LSTM weights. DL4J keeps [rows][4H] with the column blocks candidate, forget, output,
 * input gate (though it calls them IFOG); ONNX wants [4H][rows] with the row blocks input, output,
 * forget, candidate. DL4J's blocks read backwards would be input, output, forget, candidate: ONNX's
 * order.
 */
final class GateOrder {

  private static final int GATES = 4;

  private GateOrder() {}

  /** DL4J's [rows][4H] as ONNX's [4H][rows]. */
  static float[] toOnnx(float[] dl4j, int rows, int hidden) {
    float[] onnx = new float[dl4j.length];
    for (int gate = 0; gate < GATES; gate++) {
      int block = GATES - 1 - gate;
      for (int unit = 0; unit < hidden; unit++) {
        for (int row = 0; row < rows; row++) {
          onnx[(gate * hidden + unit) * rows + row] =
              dl4j[row * GATES * hidden + block * hidden + unit];
        }
      }
    }
    return onnx;
  }
}
