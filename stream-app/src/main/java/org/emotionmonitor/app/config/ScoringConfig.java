package org.emotionmonitor.app.config;

import java.nio.file.Path;
import java.time.Duration;
import org.emotionmonitor.onnx.ProviderChoice;

/**
 * The model.
 *
 * @param model path of an ONNX file; null for the shipped one
 * @param precision its number format
 * @param reload how often to look whether the model's files have changed; zero: never
 * @param shadowModel path of a model that scores beside it, to be compared; null for none
 * @param maxBatch windows scored in one call
 * @param maxWait how long a window waits for others before its batch begins
 * @param queue windows that may wait for the model
 * @param deadline a batch that takes longer makes the instance not ready
 * @param threads of ONNX Runtime within one call
 * @param provider CPU, GPU, or what there is
 * @param requireGpu whether to refuse to work without the GPU
 */
public record ScoringConfig(
    Path model,
    PrecisionChoice precision,
    Duration reload,
    Path shadowModel,
    int maxBatch,
    Duration maxWait,
    int queue,
    Duration deadline,
    int threads,
    ProviderChoice provider,
    boolean requireGpu) {}
