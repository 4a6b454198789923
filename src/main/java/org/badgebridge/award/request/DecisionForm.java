package org.badgebridge.award.request;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;

/**
 * The form in which requests are decided, as it stands.
 *
 * @param ticked the requests it is about, in a list
 * @param words said to the learner
 * @param grade for one request only
 */
public record DecisionForm(Set<UUID> ticked, String words, String grade, List<FieldFault> faults) {

  /** Nothing is typed yet. */
  public static final DecisionForm EMPTY = new DecisionForm(Set.of(), "", "", List.of());

  private static final int MOST = 200;

  /** As it was sent; all that were shown are ticked with one box. */
  public static DecisionForm from(MultivaluedMap<String, String> sent) {
    Set<UUID> ticked = new LinkedHashSet<>();
    String source = sent.containsKey("every") ? "shown" : "request";
    sent.getOrDefault(source, List.of()).stream()
        .map(Link::id)
        .filter(Objects::nonNull)
        .limit(MOST)
        .forEach(ticked::add);
    return new DecisionForm(ticked, text(sent, "words"), text(sent, "grade"), List.of());
  }

  private static String text(MultivaluedMap<String, String> sent, String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value.strip();
  }

  /** The same with what is wrong in it. */
  public DecisionForm with(InvalidFields invalid) {
    return new DecisionForm(ticked, words, grade, invalid.faults());
  }

  /** What whoever approves says beyond the request. */
  public AwardDetails said() {
    return new AwardDetails(null, null, null, null, grade);
  }

  /** The same without a grade, which no two learners have together. */
  DecisionForm ungraded() {
    return new DecisionForm(ticked, words, "", faults);
  }

  /** The same with a fault of the list: nothing is ticked. */
  public DecisionForm withNothingTicked() {
    return new DecisionForm(
        ticked, words, grade, List.of(FieldFault.of("request", "award.requests.none-ticked")));
  }

  /** The faults that belong to none of its fields: what the request itself lacks. */
  public List<FieldFault> faultsOfRequest() {
    return faults.stream()
        .filter(each -> !each.field().equals("words") && !each.field().equals("grade"))
        .toList();
  }
}
