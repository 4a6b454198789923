package org.badgebridge.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ports that the demo needs, both ends included. */
record Ports(int first, int last) {

  /** Says which of them are taken and what to do, or nothing when all are free. */
  Optional<String> complaint() {
    List<Integer> taken = IntStream.rangeClosed(first, last).filter(Ports::taken).boxed().toList();
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        """

        The demo needs the ports %d to %d, but something else is listening on %s.
        Stop that (perhaps another demo is still running), then try again.
        """
            .formatted(
                first,
                last,
                taken.stream().map(String::valueOf).collect(Collectors.joining(", "))));
  }

  private static boolean taken(int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !probe.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
