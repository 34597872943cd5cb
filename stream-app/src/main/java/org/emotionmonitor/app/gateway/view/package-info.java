/** The board as JSON, the same for REST and WebSocket; described in docs/openapi.yaml. */
package org.emotionmonitor.app.gateway.view;
