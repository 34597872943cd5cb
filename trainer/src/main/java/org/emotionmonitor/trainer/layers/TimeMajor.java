package org.emotionmonitor.trainer.layers;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Between DL4J's arrays [B, C, T] and the kernels' time-major floats [T][B][C]. */
final class TimeMajor {

  private TimeMajor() {}

  /**
   * Does {@code work} with arrays that the garbage collector owns. Within a layer DL4J would take
   * them from workspaces, which it rewinds after the layer.
   */
  @SuppressWarnings("try") // the scope is there for its effect; nothing reads it
  static <R> R outsideWorkspaces(Supplier<R> work) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return work.get();
    }
  }

  /**
   * The time-major floats of {@code [B, C, T]} of any stride; no copy where they lie so already.
   */
  static INDArray of(INDArray array) {
    INDArray permuted = array.permute(2, 0, 1);
    long[] dense = {permuted.size(1) * permuted.size(2), permuted.size(2), 1};
    if (Arrays.equals(permuted.stride(), dense) && permuted.offset() == 0) {
      return permuted;
    }
    return Nd4j.create(DataType.FLOAT, permuted.shape(), 'c').assign(permuted);
  }

  /** A heap copy of {@code [B, C, T]}, time-major. */
  static float[] floats(INDArray array) {
    float[] target = new float[(int) array.length()];
    pointer(of(array)).get(target);
    return target;
  }

  /** A mask [B, T] as [T][B], or null. */
  static float[] mask(INDArray mask) {
    return mask == null ? null : rowMajor(mask.castTo(DataType.FLOAT).transpose());
  }

  /** A row-major heap copy. */
  static float[] rowMajor(INDArray array) {
    INDArray dense = array.dup('c');
    float[] target = new float[(int) dense.length()];
    pointer(dense).get(target);
    return target;
  }

  /** An array [B, channels, T] of the given kind over time-major values. */
  static INDArray toArray(
      float[] values,
      int steps,
      int batch,
      int channels,
      ArrayType kind,
      LayerWorkspaceMgr memory) {
    long[] shape = {steps, batch, channels};
    INDArray array = memory.createUninitialized(kind, DataType.FLOAT, shape, 'c');
    pointer(array).put(values);
    return array.permute(1, 2, 0);
  }

  /** The address of a dense array's first element. */
  static FloatPointer pointer(INDArray dense) {
    return (FloatPointer) dense.data().addressPointer();
  }
}
