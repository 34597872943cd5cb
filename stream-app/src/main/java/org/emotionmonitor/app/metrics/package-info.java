/** Counters, timings, and the port that operators and Prometheus read. */
package org.emotionmonitor.app.metrics;
