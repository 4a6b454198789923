package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.CourseOrigins;
import org.badgebridge.course.Courses;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.ActivityCatalogue.Offered;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Takes badges over into the copy of a course, one by one and only when a lecturer says so: each
 * becomes a draft that awards nothing until it is switched on.
 */
@ApplicationScoped
public class RollOver {

  private final CourseOrigins origins;
  private final Courses courses;
  private final Attachments attachments;
  private final CopiedRule copiedRule;
  private final RuleScope scope;
  private final AwardableBadges awardable;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  RollOver(
      CourseOrigins origins,
      Courses courses,
      Attachments attachments,
      CopiedRule copiedRule,
      RuleScope scope,
      AwardableBadges awardable,
      AuditTrail audit,
      Clock clock) {
    this.origins = origins;
    this.courses = courses;
    this.attachments = attachments;
    this.copiedRule = copiedRule;
    this.scope = scope;
    this.awardable = awardable;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What came along.
   *
   * @param from the course that this one was copied from; the last one that had badges
   */
  public record Luggage(Course from, List<Piece> pieces) {

    /** How many are not taken over yet. */
    public long waiting() {
      return pieces.stream().filter(piece -> piece.here() == null).count();
    }
  }

  /**
   * One badge of the old course.
   *
   * @param old its attachment there
   * @param here what became of it in the copy; null while it is not taken over
   * @param notFound titles of activities that its rule asks about and that were not found here
   */
  public record Piece(Attachment old, @Nullable Attachment here, List<String> notFound) {}

  /** What came along with a copied course; empty if it is no copy of a course with badges. */
  public Optional<Luggage> luggage(Course course) {
    for (Course from : origins.of(course)) {
      List<Attachment> there = attachments.of(from.id());
      if (!there.isEmpty()) {
        return Optional.of(
            new Luggage(from, there.stream().map(old -> piece(old, course.id())).toList()));
      }
    }
    return Optional.empty();
  }

  private Piece piece(Attachment old, UUID courseId) {
    Attachment here = attachments.copyOf(old.id(), courseId).orElse(null);
    return new Piece(old, here, here == null ? List.of() : notFound(here));
  }

  /** Titles of what a rule asks about and was not found in the copy of the course. */
  public List<String> notFound(Attachment attachment) {
    return scope.notFound(attachments.rule(attachment.id()).tree()).stream()
        .map(Activity::title)
        .toList();
  }

  /**
   * Takes a badge over; twice gives the same.
   *
   * @param there the platform's own activities in the copy, to find those that the rule asks about;
   *     empty if nobody tells
   * @throws ProblemException FORBIDDEN unless a lecturer acts; NOT_FOUND if it is no badge of a
   *     course that this one was copied from, or the institution cannot award it any more
   */
  @Transactional
  public Attachment use(UUID oldId, Course course, List<Offered> there, Actor lecturer) {
    UUID by = Lecturers.require(lecturer);
    Attachment old =
        origins.of(course).stream()
            .flatMap(from -> attachments.of(from.id()).stream())
            .filter(each -> each.id().equals(oldId))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "rule.not-found"));
    // who else takes over from this course waits here, and finds what was made
    attachments.lockedInCourse(oldId, old.courseId());
    Optional<Attachment> made = attachments.copyOf(oldId, course.id());
    if (made.isPresent()) {
      return made.get();
    }
    UUID institution = courses.institutionOf(course.id());
    awardable.get(old.badgeClassId(), institution);
    Instant now = clock.instant();
    AwardRule rule = attachments.rule(oldId);
    Attachment copy = old.copiedTo(course.id(), by, now);
    RuleTree tree = copiedRule.of(old, course.id(), there);
    attachments.add(copy);
    attachments.add(new AwardRule(copy.id(), 1, rule.manner(), tree, by, now));
    audit.record(
        institution,
        lecturer,
        "attachment.copied",
        AttachBadge.SUBJECT,
        copy.id(),
        "from " + oldId);
    return copy;
  }
}
