/** Brings the result topics to the board. */
package org.emotionmonitor.app.gateway.feed;
