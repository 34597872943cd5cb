package org.emotionmonitor.bench.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client that subscribes to everything and then takes nothing. */
final class StalledClient implements AutoCloseable {
  private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"calls\":[\"*\"]}";

  private static final List<String> HANDSHAKE =
      List.of(
          "GET /v1/stream HTTP/1.1",
          "Host: 127.0.0.1",
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "",
          "");

  private final Socket socket = new Socket();

  StalledClient(int port) throws IOException {
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    OutputStream out = socket.getOutputStream();
    out.write(String.join("\r\n", HANDSHAKE).getBytes(StandardCharsets.UTF_8));
    out.flush();
    byte[] answer = new byte[12];
    if (socket.getInputStream().readNBytes(answer, 0, 12) < 12) {
      throw new IOException("the gateway refused a client");
    }
    byte[] text = SUBSCRIBE.getBytes(StandardCharsets.UTF_8);
    // A text frame with the mask 0, which leaves the text as it is.
    byte[] frame = new byte[6 + text.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | text.length);
    System.arraycopy(text, 0, frame, 6, text.length);
    out.write(frame);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
