package org.emotionmonitor.trainer.prepare;

import org.emotionmonitor.trainer.corpus.Split;

/**
 * One row of the manifest to be.
 *
 * @param label a class of the mapping; empty if it has none for the recording
 * @param fold 0 if none are asked for
 */
record Row(
    Layout layout,
    Recording recording,
    Measurement measurement,
    String label,
    Split split,
    int fold) {}
