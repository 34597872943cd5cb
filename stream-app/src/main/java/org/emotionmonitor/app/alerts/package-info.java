/**
 * Alerts as a pure state machine, without Kafka: states are small records, and the only time is
 * that of the leg's audio, so that reading the same audio again raises the same alerts.
 */
package org.emotionmonitor.app.alerts;
