/** Examples on disk and batches in memory. */
package org.emotionmonitor.trainer.data;
