package org.emotionmonitor.app.config;

import java.nio.file.Path;

/**
 * The gateway's certificate, as PEM files; both null for no TLS.
 *
 * @param certificate the chain, the gateway's own first
 * @param key its private key
 */
public record TlsConfig(Path certificate, Path key) {

  /** No TLS. */
  public static final TlsConfig NONE = new TlsConfig(null, null);

  /** Whether TLS is spoken. */
  public boolean enabled() {
    return certificate != null;
  }
}
