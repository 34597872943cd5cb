/**
 * What the gateway knows of the calls: an in-memory, bounded image of the result topics. All
 * classes here belong to one thread, the gateway's event loop.
 */
package org.emotionmonitor.app.gateway.board;
