/** WebSockets: which there are, and who is let in to each. */
package org.emotionmonitor.app.gateway.socket;
