/** The process's one way to the model: speech gate, batches, times. */
package org.emotionmonitor.app.scoring;
