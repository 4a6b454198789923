package org.badgebridge.coursepage.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.roster.CourseLearners.Learner;
import org.jspecify.annotations.Nullable;

/** Fills lists of learners. */
@ApplicationScoped
public class Rolls {

  private static final int PAGE = 25;

  private final CourseLearners learners;

  @Inject
  public Rolls(CourseLearners learners) {
    this.learners = learners;
  }

  /** How it is said what is known of some learners. */
  interface Knowing extends Function<List<Learner>, List<Roll.Row>> {}

  /**
   * One page of the list.
   *
   * @param after the key of the page; null for the first, on which stands who is ticked
   */
  Roll of(UUID course, String base, RollForm form, @Nullable UUID after, Knowing knowing) {
    CourseLearners.Slice slice = learners.page(course, form.words(), after, PAGE);
    List<Learner> picked =
        after == null
            ? learners.of(course, form.picked()).stream()
                .sorted(Comparator.comparing(Learner::name, String.CASE_INSENSITIVE_ORDER))
                .toList()
            : List.of();
    List<Learner> found =
        slice.learners().stream().filter(each -> !form.picked().contains(each.id())).toList();
    return new Roll(
        base,
        form.words(),
        knowing.apply(picked),
        knowing.apply(found),
        slice.next() == null ? "" : slice.next().toString(),
        slice.learners().isEmpty());
  }
}
