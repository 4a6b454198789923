package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Renewal;
import org.badgebridge.award.hand.AwardByHand;
import org.badgebridge.award.hand.DetailsForm;
import org.badgebridge.coursepage.HandRoster.Learner;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** The pages of awarding by hand in the frame: the form, a last look, and what became of it. */
@ApplicationScoped
public class HandFace {

  private static final int PAGE = 25;

  private final BadgeBooks badges;
  private final HandRoster roster;
  private final AwardByHand awardByHand;
  private final Views views;

  @Inject
  public HandFace(BadgeBooks badges, HandRoster roster, AwardByHand awardByHand, Views views) {
    this.badges = badges;
    this.roster = roster;
    this.awardByHand = awardByHand;
    this.views = views;
  }

  /**
   * What became of one learner.
   *
   * @param outcome null for whom the course does not have any more
   */
  public record Given(String name, @Nullable Outcome outcome) {

    /** The award that can be undone; null if nothing new was given. */
    public @Nullable UUID undoable() {
      return outcome != null && outcome.isNew() ? outcome.awardId() : null;
    }
  }

  /** The form; instead of it the reason, if nobody can be awarded by hand. */
  String form(Visit visit, Page page, HandChoice choice) {
    Map<String, Object> parts = parts(visit, page);
    try {
      parts.put("requirements", awardByHand.requirements(badgeClass(visit)));
    } catch (ProblemException closed) {
      if (closed.type() != ProblemType.CONFLICT) {
        throw closed;
      }
      parts.put("obstacle", closed.detailKey());
      return views.render("coursepage/hand-closed.jte", page, parts);
    }
    parts.putAll(list(visit, choice));
    parts.put("typed", choice.typed());
    return views.render("coursepage/hand.jte", page, parts);
  }

  /** The list of learners alone, for what is searched; who is ticked stays in sight. */
  String learners(Visit visit, Page page, HandChoice choice) {
    return views.render("coursepage/hand-learners.jte", page, list(visit, choice));
  }

  /** The next page of the list; who is ticked stands on an earlier one. */
  String more(Visit visit, Page page, HandChoice choice, UUID after) {
    Map<String, Object> parts = list(visit, choice, after);
    parts.put("picked", List.of());
    return views.render("coursepage/hand-rows.jte", page, parts);
  }

  private Map<String, Object> list(Visit visit, HandChoice choice) {
    return list(visit, choice, null);
  }

  private Map<String, Object> list(Visit visit, HandChoice choice, @Nullable UUID after) {
    UUID course = visit.course().id();
    HandRoster.Slice found =
        roster.page(course, badgeClass(visit), choice.typed().value("words"), after, PAGE);
    Map<String, Object> parts = new HashMap<>();
    parts.put("picked", picked(visit, choice));
    parts.put(
        "found",
        found.learners().stream().filter(each -> !choice.picked().contains(each.id())).toList());
    parts.put("renewal", renewal(visit));
    parts.put("none", found.learners().isEmpty());
    parts.put("next", found.next() == null ? "" : found.next().toString());
    return parts;
  }

  /** The ticked ones who can be awarded. */
  List<Learner> picked(Visit visit, HandChoice choice) {
    Renewal renewal = renewal(visit);
    return roster.of(visit.course().id(), badgeClass(visit), choice.picked()).stream()
        .filter(each -> renewal.opens(each.standing()))
        .toList();
  }

  /** The ticked ones who are learners of the course, whatever they have. */
  List<UUID> present(Visit visit, HandChoice choice) {
    return roster.of(visit.course().id(), badgeClass(visit), choice.picked()).stream()
        .map(Learner::id)
        .toList();
  }

  /** Everything as it would be awarded, to be confirmed. */
  String confirm(Visit visit, Page page, HandChoice choice) {
    Map<String, Object> parts = parts(visit, page);
    parts.put("picked", picked(visit, choice));
    parts.put("typed", choice.typed());
    parts.put("details", DetailsForm.details(choice.typed()));
    parts.put("from", DetailsForm.from(choice.typed()));
    return views.render("coursepage/hand-confirm.jte", page, parts);
  }

  /** What became of those who were ticked, by name. */
  String done(Visit visit, Page page, HandChoice choice, SortedMap<UUID, Outcome> outcomes) {
    List<Given> all = new ArrayList<>();
    roster
        .of(visit.course().id(), badgeClass(visit), choice.picked())
        .forEach(each -> all.add(new Given(each.name(), outcomes.get(each.id()))));
    int gone = choice.picked().size() - all.size();
    Map<String, Object> parts = parts(visit, page);
    parts.put("given", all);
    parts.put("gone", gone);
    return views.render("coursepage/hand-done.jte", page, parts);
  }

  private Map<String, Object> parts(Visit visit, Page page) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("badge", badges.of(badgeClass(visit), page));
    return parts;
  }

  private Renewal renewal(Visit visit) {
    return Renewal.of(badges.find(badgeClass(visit)).content().awarding());
  }

  private static UUID badgeClass(Visit visit) {
    return Objects.requireNonNull(visit.attachment()).badgeClassId();
  }
}
