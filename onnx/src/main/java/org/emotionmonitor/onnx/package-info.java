/**
 * The model contract on the serving side: {@link org.emotionmonitor.onnx.Scorer} opens an ONNX
 * file, refuses it unless it is exactly the model that this build expects, and scores windows.
 */
package org.emotionmonitor.onnx;
