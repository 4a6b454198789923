package org.badgebridge.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses recipients with an answer of its own, and takes all others. */
final class ScriptedServer implements AutoCloseable {

  final List<String> recipients = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final String refused;
  private final String answer;

  ScriptedServer(String refused, String answer) throws IOException {
    this.refused = refused;
    this.answer = answer;
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "smtp://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    out.print("220 test\r\n");
    out.flush();
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data) {
        data = !line.equals(".");
        if (data) {
          continue;
        }
      }
      String said = "250 ok";
      if (line.startsWith("RCPT")) {
        recipients.add(line);
        said = line.contains(refused) ? answer : said;
      } else if (line.equals("DATA")) {
        data = true;
        said = "354 go on";
      } else if (line.equals("QUIT")) {
        said = "221 bye";
      }
      out.print(said + "\r\n");
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
