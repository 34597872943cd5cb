/**
 * Takes alerts to other systems: consumers of {@code calls.alerts}, so that a receiver, however
 * slow, never holds up the scoring. At least once, in order per alert.
 */
package org.emotionmonitor.app.sinks;
