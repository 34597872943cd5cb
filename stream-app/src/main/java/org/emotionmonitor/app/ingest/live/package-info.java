/** Legs whose audio comes in live, from any protocol, on their way to the audio topic. */
package org.emotionmonitor.app.ingest.live;
