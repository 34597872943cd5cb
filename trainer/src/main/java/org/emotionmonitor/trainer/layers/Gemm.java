package org.emotionmonitor.trainer.layers;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Products of row-major float matrices by OpenBLAS. One BLAS thread: the products are small, and
 * the layers run their own threads side by side.
 */
final class Gemm {

  static {
    blas_set_num_threads(1);
  }

  private Gemm() {}

  /** c[m×n] = a[m×k] · b[k×n] + beta · c. */
  static void product(
      int m, int n, int k, FloatPointer a, FloatPointer b, float beta, FloatPointer c) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1f, a, k, b, n, beta, c, n);
  }

  /** c[m×n] = a[m×k] · (b[n×k])ᵀ + beta · c. */
  static void productTransposed(
      int m, int n, int k, FloatPointer a, FloatPointer b, float beta, FloatPointer c) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, k, b, k, beta, c, n);
  }

  /** c[m×n] = (a[k×m])ᵀ · b[k×n]. */
  static void transposedProduct(
      int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1f, a, m, b, n, 0f, c, n);
  }
}
