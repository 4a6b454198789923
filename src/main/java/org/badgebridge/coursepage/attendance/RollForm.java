package org.badgebridge.coursepage.attendance;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.web.Link;

/**
 * A list of learners as the lecturer ticked it.
 *
 * @param words that are searched
 */
record RollForm(Set<UUID> picked, String words) {

  static final RollForm NONE = new RollForm(Set.of(), "");

  private static final int MOST = 500;

  static RollForm of(MultivaluedMap<String, String> form) {
    Set<UUID> picked = new LinkedHashSet<>();
    form.getOrDefault("learner", List.of()).stream()
        .map(Link::id)
        .filter(Objects::nonNull)
        .limit(MOST)
        .forEach(picked::add);
    String words = form.getFirst("words");
    return new RollForm(picked, words == null ? "" : words.strip());
  }
}
