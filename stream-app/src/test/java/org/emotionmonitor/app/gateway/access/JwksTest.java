package org.emotionmonitor.app.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionmonitor.app.config.AuthConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens of an identity provider whose public keys are behind a URL. */
@Timeout(60)
class JwksTest {
  private static final String ISSUER = "https://idp.example.com/";
  private static final String AUDIENCE = "emotion-monitor";

  private final AtomicInteger fetches = new AtomicInteger();
  private RSAKey rsa;
  private ECKey ec;
  private volatile JWKSet published;
  private HttpServer provider;
  private TokenReader reader;

  @BeforeEach
  void start() throws Exception {
    rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    published = new JWKSet(List.<JWK>of(rsa.toPublicJWK(), ec.toPublicJWK()));
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          byte[] body = published.toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    provider.start();
    reader = new TokenReader(new AuthConfig(null, url(), ISSUER, AUDIENCE));
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void shouldKnowWhoHasATokenOfEitherKindOfKey() throws Exception {
    Principal ann = reader.read(token(JWSAlgorithm.RS256, rsa, claims()));
    Principal bob =
        reader.read(token(JWSAlgorithm.ES256, ec, claims().claim("agent_id", "agent-7")));

    assertThat(ann.subject()).isEqualTo("ann");
    assertThat(ann.roles()).containsExactly(AccessRole.SUPERVISOR);
    assertThat(bob.agentId()).isEqualTo("agent-7");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void shouldFetchTheKeysAgainWhenATokenNamesOneThatIsNew() throws Exception {
    reader.read(token(JWSAlgorithm.RS256, rsa, claims()));
    RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
    published = new JWKSet(List.<JWK>of(next.toPublicJWK()));

    assertThat(reader.read(token(JWSAlgorithm.RS256, next, claims())).subject()).isEqualTo("ann");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void shouldRefuseWhatTheProviderHasNotSigned() throws Exception {
    RSAKey forged = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
    // The public key, which everybody has, taken for a shared secret.
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims().build());
    confused.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));

    refused(token(JWSAlgorithm.RS256, forged, claims()));
    refused(confused.serialize());
  }

  @Test
  void shouldRefuseTokensForOthersAndOldOnes() throws Exception {
    refused(token(JWSAlgorithm.RS256, rsa, claims().issuer("https://elsewhere.example.com/")));
    refused(token(JWSAlgorithm.RS256, rsa, claims().audience("payroll")));
    refused(token(JWSAlgorithm.RS256, rsa, claims().claim("roles", List.of("intern"))));
    refused(
        token(
            JWSAlgorithm.RS256,
            rsa,
            claims().expirationTime(Date.from(Instant.now().minusSeconds(60)))));
  }

  @Test
  void shouldSayThatTheKeysCannotBeFetched() throws Exception {
    provider.stop(0);
    String token = token(JWSAlgorithm.RS256, rsa, claims());

    assertThatThrownBy(() -> reader.read(token))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("gateway.auth.jwksUrl");
  }

  private void refused(String token) {
    assertThatThrownBy(() -> reader.read(token)).isInstanceOf(AccessException.class);
  }

  private String url() {
    return "http://127.0.0.1:%d/keys".formatted(provider.getAddress().getPort());
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("ann")
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .claim("roles", List.of("supervisor"))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  private static String token(JWSAlgorithm algorithm, JWK key, JWTClaimsSet.Builder claims)
      throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
    JWSSigner signer = key instanceof RSAKey r ? new RSASSASigner(r) : new ECDSASigner((ECKey) key);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
