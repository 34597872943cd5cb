/**
 * The stream under load, as processes of its own on one machine: latency, capacity, and what is
 * left of the windows when instances are killed. Run {@link
 * org.emotionmonitor.bench.stream.StreamBench}.
 */
package org.emotionmonitor.bench.stream;
