/** The trainer: from a manifest of recordings to a checked ONNX model. */
package org.emotionmonitor.trainer;
