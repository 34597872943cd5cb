package org.emotionmonitor.app.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

/**
 * Whether a private key is that of its certificate. While files are replaced, one may be newer than
 * the other for a moment, and no client could connect with such a pair.
 */
final class KeyPairCheck {
  private static final byte[] PROBE = {1, 2, 3};

  private KeyPairCheck() {}

  /**
   * @throws GeneralSecurityException if they do not belong together
   * @throws Exception if the files cannot be read
   */
  static void require(KeyCertOptions pair, Vertx vertx) throws Exception {
    for (KeyManager manager : pair.getKeyManagerFactory(vertx).getKeyManagers()) {
      X509KeyManager keys = (X509KeyManager) manager;
      for (String type : new String[] {"RSA", "EC", "EdDSA"}) {
        String[] aliases = keys.getServerAliases(type, null);
        for (String alias : aliases == null ? new String[0] : aliases) {
          PublicKey certified = keys.getCertificateChain(alias)[0].getPublicKey();
          if (!belongs(keys.getPrivateKey(alias), certified)) {
            throw new GeneralSecurityException("the key is not that of the certificate");
          }
        }
      }
    }
  }

  private static boolean belongs(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
      return false;
    }
    Signature signature =
        Signature.getInstance(
            switch (key.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> key.getAlgorithm();
            });
    signature.initSign(key);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(PROBE);
    return signature.verify(signed);
  }
}
