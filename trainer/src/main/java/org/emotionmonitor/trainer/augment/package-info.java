/**
 * Recordings made into what a live call sounds like: other levels, noise, telephone band, windows
 * with pauses. Labels that a change affects are measured again.
 */
package org.emotionmonitor.trainer.augment;
