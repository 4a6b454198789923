package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.course.Course;
import org.badgebridge.rule.RollOver;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** What came along when the course was copied, for a lecturer to take over. */
@ApplicationScoped
public class RollOverFace {

  private final RollOver rollOver;
  private final BadgeBooks badges;
  private final Views views;

  @Inject
  public RollOverFace(RollOver rollOver, BadgeBooks badges, Views views) {
    this.rollOver = rollOver;
    this.badges = badges;
    this.views = views;
  }

  /**
   * One badge of the old course.
   *
   * @param usable whether the institution can still award it
   */
  public record Line(RollOver.Piece piece, BadgeFacts badge, boolean usable) {}

  /** What waits to be taken over, for a notice; null if nothing does. */
  RollOver.@Nullable Luggage waiting(Course course) {
    return rollOver.luggage(course).filter(found -> found.waiting() > 0).orElse(null);
  }

  /**
   * The page.
   *
   * @param used how many were taken over just now
   * @return empty if nothing came along
   */
  Optional<String> render(Visit visit, Page page, int used) {
    return rollOver
        .luggage(visit.course())
        .map(
            luggage ->
                views.render(
                    "coursepage/roll-over.jte",
                    page,
                    Map.of(
                        "luggage",
                        luggage,
                        "lines",
                        lines(luggage, page),
                        "chosen",
                        visit.attachment() != null,
                        "used",
                        used)));
  }

  private List<Line> lines(RollOver.Luggage luggage, Page page) {
    return luggage.pieces().stream()
        .map(
            piece -> {
              BadgeClass badge = badges.find(piece.old().badgeClassId());
              return new Line(
                  piece, badges.of(badge, page), badge.state() == BadgeClass.State.PUBLISHED);
            })
        .toList();
  }
}
