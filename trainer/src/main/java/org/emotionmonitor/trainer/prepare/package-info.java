/** Makes a manifest of a corpus as it was published. */
package org.emotionmonitor.trainer.prepare;
