package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.config.TlsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The certificate, and its renewal under way. */
@Timeout(120)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  @TempDir Path temp;

  @Test
  void shouldServeTheNewCertificateToNewConnectionsAndKeepTheOldOnes() throws Exception {
    TlsConfig tls = new TlsConfig(temp.resolve("tls.crt"), temp.resolve("tls.key"));
    KeyStore first = generate("first");
    KeyStore second = generate("second");
    write(tls, first, first);
    GatewayOptions options = GatewayOptions.loopback(0).withTls(tls);
    try (GatewayService service =
        new GatewayService(options, new ManualFeed(), Clock.systemUTC())) {
      int port = service.start();
      try (SSLSocket open = connect(port)) {
        assertThat(subject(open)).isEqualTo("CN=first");
        assertThat(status(open)).isEqualTo("HTTP/1.1 200 OK");

        // Half a renewal: the certificate of one key pair with the key of another.
        write(tls, second, first);
        assertThatThrownBy(() -> require(tls))
            .hasMessageContaining("the key is not that of the certificate");
        assertThat(served(port)).isEqualTo("CN=first");

        write(tls, second, second);
        require(tls);
        Awaitility.await().atMost(SOON).until(() -> served(port).equals("CN=second"));
        assertThat(status(open)).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  @Test
  void shouldNotAnswerWithoutTls() throws Exception {
    TlsConfig tls = new TlsConfig(temp.resolve("tls.crt"), temp.resolve("tls.key"));
    KeyStore pair = generate("only");
    write(tls, pair, pair);
    GatewayOptions options = GatewayOptions.loopback(0).withTls(tls);
    try (GatewayService service = new GatewayService(options, new ManualFeed(), Clock.systemUTC());
        java.net.Socket plain =
            new java.net.Socket(InetAddress.getLoopbackAddress(), service.start())) {
      plain.setSoTimeout(10_000);
      plain.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      byte[] answer;
      try {
        answer = plain.getInputStream().readAllBytes();
      } catch (IOException e) {
        answer = new byte[0];
      }
      assertThat(new String(answer, UTF_8)).doesNotContain("HTTP/1.1 200");
    }
  }

  private static void require(TlsConfig tls) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      KeyPairCheck.require(
          new PemKeyCertOptions()
              .setCertPath(tls.certificate().toString())
              .setKeyPath(tls.key().toString()),
          vertx);
    } finally {
      vertx.close().await(30, java.util.concurrent.TimeUnit.SECONDS);
    }
  }

  /** A key pair with a certificate that it has signed itself, by the JDK's own tool. */
  private KeyStore generate(String name) throws Exception {
    Path file = temp.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve(name + ".log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static void write(TlsConfig tls, KeyStore certificate, KeyStore key) throws Exception {
    Files.writeString(
        tls.certificate(), pem("CERTIFICATE", certificate.getCertificate("it").getEncoded()));
    Files.writeString(tls.key(), pem("PRIVATE KEY", key.getKey("it", PASSWORD).getEncoded()));
  }

  private static String pem(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body);
  }

  private static SSLSocket connect(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Everybody()}, null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    socket.startHandshake();
    return socket;
  }

  private static String served(int port) throws Exception {
    try (SSLSocket socket = connect(port)) {
      return subject(socket);
    }
  }

  private static String subject(SSLSocket socket) throws Exception {
    X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return certificate.getSubjectX500Principal().getName();
  }

  /** Asks for the list of calls, over a connection that stays open. */
  private static String status(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /v1/calls HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    String status = in.readLine();
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return status;
  }

  /** Trusts anybody: what is served is looked at, not relied on. */
  private static final class Everybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
