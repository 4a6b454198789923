package org.badgebridge.passback.moodle;

import java.net.URI;
import java.util.Objects;
import org.badgebridge.passback.connector.Connector;

/** Where the web services of one Moodle are, and the token to use them; never to be logged. */
final class MoodleSite {

  private final Connector connector;
  private final URI address;
  private final String token;

  MoodleSite(Connector connector, String address, String token) {
    this.connector = connector;
    String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.address = URI.create(base + "/webservice/rest/server.php");
    this.token = Objects.requireNonNull(token);
  }

  Connector connector() {
    return connector;
  }

  URI address() {
    return address;
  }

  String token() {
    return token;
  }

  @Override
  public String toString() {
    return "moodle connector=" + connector.id();
  }
}
