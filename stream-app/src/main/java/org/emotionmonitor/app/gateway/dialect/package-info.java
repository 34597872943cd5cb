/** The protocols in which live audio comes in over WebSocket, and what they have in common. */
package org.emotionmonitor.app.gateway.dialect;
