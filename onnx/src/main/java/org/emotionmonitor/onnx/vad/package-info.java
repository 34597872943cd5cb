/**
 * Voice activity by Silero VAD: {@link org.emotionmonitor.onnx.vad.SpeechModel} runs the network,
 * {@link org.emotionmonitor.onnx.vad.SpeechDetector} follows one leg with it.
 */
package org.emotionmonitor.onnx.vad;
