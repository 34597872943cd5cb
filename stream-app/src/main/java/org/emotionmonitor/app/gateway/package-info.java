/**
 * The gateway: brings the result topics to browsers and programs, as a page, REST resources and a
 * WebSocket. {@code feed} fills {@code board} on the event loop; {@code stream} and {@code web}
 * read it there and nowhere else, so nothing needs a lock.
 */
package org.emotionmonitor.app.gateway;
