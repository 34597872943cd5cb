/** What a trained network is worth: confusion, recall, calibration. */
package org.emotionmonitor.trainer.evaluation;
