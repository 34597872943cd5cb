/**
 * The model contract on the training side: {@link org.emotionmonitor.onnx.export.ModelWeights} are
 * plain arrays in ONNX order, independent of the library that trained them, and {@link
 * org.emotionmonitor.onnx.export.GraphWriter} turns them into the model file.
 */
package org.emotionmonitor.onnx.export;
