/** The WebSocket {@code /v1/stream}: who is connected, what each has asked for, what each gets. */
package org.emotionmonitor.app.gateway.stream;
