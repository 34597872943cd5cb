/** How well speech is told from other sounds, and what it costs. */
package org.emotionmonitor.bench.vad;
