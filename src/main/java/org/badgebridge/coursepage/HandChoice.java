package org.badgebridge.coursepage;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.TeamPart;
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

  /** What the team is called that earned it together; empty if each earned it alone. */
  String team() {
    return typed.value("team");
  }

  /** What each of some did in the team; nothing for what each did alone. */
  Map<UUID, TeamPart> parts(Collection<UUID> members) {
    return team().isBlank()
        ? Map.of()
        : members.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), each -> TeamPart.of(team(), typed.value(field(each)))));
  }

  /** The field with what a member did in the team. */
  static String field(UUID member) {
    return "part-" + member;
  }

  /** What is wrong with what is said about members of a team, each at the field of the member. */
  List<FieldFault> partFaults(Collection<UUID> members) {
    List<FieldFault> faults = new ArrayList<>();
    parts(members)
        .forEach(
            (member, part) ->
                AwardDetails.NONE
                    .in(part)
                    .faults()
                    .forEach(
                        fault ->
                            faults.add(
                                new FieldFault(field(member), fault.key(), fault.arguments()))));
    return faults;
  }

  HandChoice with(List<FieldFault> faults) {
    return new HandChoice(picked, typed.with(new InvalidFields(faults)));
  }
}
