package org.badgebridge.passback.connector;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.Fact;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a connector brought: a fact whose course, activity and learner are named in the words of the
 * other side.
 *
 * @param dedupeKey names this report for its connector, at most 200 characters; the same key again
 *     is the same report
 * @param course what it happened in
 * @param learner the platform's id of the user ({@code sub}), or another name that the platform
 *     uses (see {@code lms_user_alias}); at most 255 characters
 * @param score as in {@link Fact}
 * @param maximum as in {@link Fact}
 * @param occurredAt when it became true
 * @param undone that it was so before, and is so no longer
 */
public record Report(
    String dedupeKey,
    Where course,
    What activity,
    String learner,
    Fact.Kind kind,
    @Nullable Double score,
    @Nullable Double maximum,
    Instant occurredAt,
    boolean undone) {

  private static final int KEY = 200;
  private static final int NAME = 255;

  /** Refuses what could never become a fact. */
  public Report {
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    if (dedupeKey.isEmpty() || dedupeKey.length() > KEY) {
      throw new IllegalArgumentException("dedupe key");
    }
    if (learner.isEmpty() || learner.length() > NAME || !plain(learner)) {
      throw new IllegalArgumentException("learner");
    }
    // the rules of a fact are those of its report
    new Fact(
        new UUID(0, 0),
        "",
        dedupeKey,
        new UUID(0, 0),
        new UUID(0, 0),
        kind,
        score,
        maximum,
        occurredAt,
        undone);
  }

  /** Whether a database takes the text, and nothing in it hides. */
  private static boolean plain(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }

  /** A report that holds. */
  public Report(
      String dedupeKey,
      Where course,
      What activity,
      String learner,
      Fact.Kind kind,
      @Nullable Double score,
      @Nullable Double maximum,
      Instant occurredAt) {
    this(dedupeKey, course, activity, learner, kind, score, maximum, occurredAt, false);
  }

  /** The course: our own id of it, or the platform's. */
  public record Where(@Nullable UUID id, @Nullable String reference) {

    /** Refuses both or neither, and references that are too long. */
    public Where {
      boolean named =
          reference != null
              && !reference.isEmpty()
              && reference.length() <= NAME
              && plain(reference);
      if (id == null ? !named : reference != null) {
        throw new IllegalArgumentException("course");
      }
    }

    /** One of our courses; it must belong to the connector's platform and institution. */
    public static Where of(UUID id) {
      return new Where(id, null);
    }

    /** The course that the platform calls so, by its {@code context.id} or an alias. */
    public static Where of(String reference) {
      return new Where(null, reference);
    }
  }

  /**
   * The activity.
   *
   * @param reference what names it within its kind and course; at most 1,000 characters
   * @param title what to show to lecturers who choose it; at most 500 characters are kept
   */
  public record What(Activity.Kind kind, String reference, String title) {

    private static final int LONGEST = 1000;
    private static final int TITLE = 500;

    public What {
      if (reference.isEmpty() || reference.length() > LONGEST || !plain(reference)) {
        throw new IllegalArgumentException("activity");
      }
      title = PlainText.line(title);
      title = title.isEmpty() ? reference : title;
      title = title.length() <= TITLE ? title : cut(title);
    }

    private static String cut(String title) {
      boolean between = Character.isHighSurrogate(title.charAt(TITLE - 1));
      return title.substring(0, between ? TITLE - 1 : TITLE);
    }

    /** An activity of the course by the platform's own number of it, e.g. Moodle's {@code cmid}. */
    public static What module(String number, String title) {
      return new What(Activity.Kind.MODULE, number, title);
    }

    /** The course as a whole. */
    public static What wholeCourse(String title) {
      return new What(Activity.Kind.COURSE, "course", title);
    }

    /** Something that only this connector knows. */
    public static What sent(UUID connectorId, String reference, String title) {
      return new What(
          Activity.Kind.SENT, connectorId + "/" + reference, title.isBlank() ? reference : title);
    }
  }
}
