/** One training run: settings, epochs, checkpoints, and the folder that keeps them. */
package org.emotionmonitor.trainer.training;
