/**
 * The model contract on the training side: {@link org.emotionmonitor.onnx.export.ModelWeights} are
 * plain arrays in ONNX order, independent of the library that trained them.
 */
package org.emotionmonitor.onnx.export;
