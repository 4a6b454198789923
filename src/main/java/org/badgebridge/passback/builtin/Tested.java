package org.badgebridge.passback.builtin;

import java.util.List;
import java.util.UUID;

/** How a test with one course went. */
public record Tested(UUID courseId, String course, List<Sight> sights) {

  public Tested {
    sights = List.copyOf(sights);
  }
}
