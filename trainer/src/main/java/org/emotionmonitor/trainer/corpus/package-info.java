/** Labelled recordings: the manifest, its checks, and the thresholds of the measured labels. */
package org.emotionmonitor.trainer.corpus;
