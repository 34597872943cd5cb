package org.emotionmonitor.app.gateway.dialect;

/** Makes the dialect of one new connection. */
@FunctionalInterface
public interface DialectFactory {
  Dialect open(Peer peer);
}
