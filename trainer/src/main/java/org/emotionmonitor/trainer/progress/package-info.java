/** What long work shows of itself. */
package org.emotionmonitor.trainer.progress;
