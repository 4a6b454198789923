package org.badgebridge.demo.school;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names things the way the LMS does: small numbers, or ids that look random but never change. */
record Ids(String seed, boolean numbers) {

  String of(String kind, int number) {
    return numbers ? Integer.toString(number) : hex(kind, number);
  }

  private String hex(String kind, int number) {
    String name = seed + "/" + kind + "/" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
