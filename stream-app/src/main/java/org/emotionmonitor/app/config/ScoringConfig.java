package org.emotionmonitor.app.config;

import java.nio.file.Path;

/**
 * The model.
 *
 * @param model path of an ONNX file; null for the shipped one
 * @param maxBatch windows scored in one call
 * @param threads of ONNX Runtime within one call
 */
public record ScoringConfig(Path model, int maxBatch, int threads) {}
