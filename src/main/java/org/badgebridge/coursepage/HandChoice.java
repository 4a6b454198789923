package org.badgebridge.coursepage;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Link;

/**
 * The form of awarding by hand, as the lecturer filled it in.
 *
 * @param picked the learners who are ticked
 */
record HandChoice(Set<UUID> picked, Typed typed) {

  /** Learners whom one form can award. */
  static final int MOST = 200;

  static final HandChoice NONE = new HandChoice(Set.of(), Typed.of(Map.of()));

  static HandChoice of(MultivaluedMap<String, String> form) {
    return new HandChoice(ids(form, "learner"), Typed.of(form));
  }

  /** The ids in one field; what is none is left out. */
  static Set<UUID> ids(MultivaluedMap<String, String> form, String field) {
    Set<UUID> ids = new LinkedHashSet<>();
    form.getOrDefault(field, List.of()).stream()
        .map(Link::id)
        .filter(Objects::nonNull)
        .limit(MOST)
        .forEach(ids::add);
    return ids;
  }

  HandChoice with(List<FieldFault> faults) {
    return new HandChoice(picked, typed.with(new InvalidFields(faults)));
  }
}
