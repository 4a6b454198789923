package org.badgebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** The demo names the ports that others hold before it starts anything. */
class PortsTest {

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThat(new Ports(port, port).complaint())
          .hasValueSatisfying(
              text ->
                  assertThat(text)
                      .contains("needs the ports " + port + " to " + port)
                      .contains("listening on " + port + ".")
                      .contains("Stop that"));
    }
  }

  @Test
  void namesAPortThatIsTakenOnAllAddresses() throws IOException {
    try (var other = new ServerSocket(0)) {
      int port = other.getLocalPort();

      assertThat(new Ports(port, port).complaint()).isPresent();
    }
  }

  @Test
  void isContentWithAFreePort() throws IOException {
    int port;
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = other.getLocalPort();
    }

    assertThat(new Ports(port, port).complaint()).isEmpty();
  }
}
