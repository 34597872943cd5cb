/** From a DL4J network to an ONNX model that is proven to compute the same. */
package org.emotionmonitor.trainer.export;
