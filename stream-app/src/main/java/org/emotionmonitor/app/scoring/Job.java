package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * A window on its way to the model.
 *
 * @param heard what is known of it without the model
 * @param features its frames' features, {@code [frames][205]} from position 0
 * @param frames how many frames it has
 * @param askedNanos when it was handed over
 * @param answer gets the score
 */
record Job(
    WindowScore heard,
    FloatBuffer features,
    int frames,
    long askedNanos,
    CompletableFuture<WindowScore> answer) {}
