package org.badgebridge.testing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that awards and rules hang on: one institution, platform, course and lecturer. */
public final class SampleCourse {

  public static final OffsetDateTime THEN =
      OffsetDateTime.of(2026, 9, 1, 8, 0, 0, 0, ZoneOffset.UTC);

  public final UUID institution = UUID.randomUUID();
  public final UUID issuer = UUID.randomUUID();
  public final UUID platform = UUID.randomUUID();
  public final UUID deployment = UUID.randomUUID();
  public final UUID course = UUID.randomUUID();
  public final UUID lecturer;

  private final OpenDatabase database;
  private int number;

  public SampleCourse(OpenDatabase database) {
    this.database = database;
    database.execute(
        "insert into institution (id, name, default_locale, accent, created_at)"
            + " values (?, ?, 'en', '#1f5fbf', ?)",
        institution,
        "University " + institution,
        THEN);
    database.execute(
        "insert into issuer (id, institution_id, name, created_at) values (?, ?, 'Faculty', ?)",
        issuer,
        institution,
        THEN);
    database.execute(
        "insert into platform (id, institution_id, name, product, issuer, client_id,"
            + " auth_login_url, auth_token_url, key_set_url, state, origin, created_at, version)"
            + " values (?, ?, 'LMS', 'moodle', ?, 'tool', 'https://lms.example/auth',"
            + " 'https://lms.example/token', 'https://lms.example/keys', 'ACTIVE', 'TYPED', ?, 1)",
        platform,
        institution,
        "https://lms.example/" + platform,
        THEN);
    database.execute(
        "insert into deployment (id, platform_id, deployment_id, state, first_seen_at)"
            + " values (?, ?, '1', 'ACTIVE', ?)",
        deployment,
        platform,
        THEN);
    database.execute(
        "insert into course (id, deployment_id, context_id, title, created_at, version)"
            + " values (?, ?, '101', 'Logic', ?, 1)",
        course,
        deployment,
        THEN);
    lecturer = user("Lecturer", false);
    member(lecturer, "LECTURER", true);
  }

  /** A published badge class. */
  public UUID badgeClass() {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into badge_class (id, issuer_id, state, name, description, criteria, badge_type,"
            + " theme, language, created_by, created_at, updated_at, version) values (?, ?,"
            + " 'PUBLISHED', 'Logician', 'd', 'c', 'achievement', 'community', 'en', 'test', ?, ?,"
            + " 1)",
        id,
        issuer,
        THEN,
        THEN);
    return id;
  }

  /** A learner of the course. */
  public UUID learner(String name) {
    UUID id = user(name, false);
    member(id, "LEARNER", false);
    return id;
  }

  /** A user of the platform who is in no course. */
  public UUID user(String name, boolean testUser) {
    UUID person = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    database.execute("insert into person (id, created_at) values (?, ?)", person, THEN);
    database.execute(
        "insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at,"
            + " updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        platform,
        "sub-" + ++number,
        person,
        name,
        testUser,
        THEN,
        THEN);
    return id;
  }

  /** Puts a user on the roster. */
  public void member(UUID user, String role, boolean everLecturer) {
    database.execute(
        "insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)"
            + " values (?, ?, ?, true, ?, ?)",
        course,
        user,
        role,
        everLecturer,
        THEN);
  }

  /** An activity of the course. */
  public UUID activity(String kind, String title) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into activity (id, course_id, kind, reference, title, created_at, version)"
            + " values (?, ?, ?, ?, ?, ?, 1)",
        id,
        course,
        kind,
        "ref-" + id,
        title,
        THEN);
    return id;
  }

  /** The newest fact of a kind. */
  public void evidence(
      UUID activity, UUID user, String kind, @Nullable Double score, @Nullable Double maximum) {
    UUID passback = UUID.randomUUID();
    database.execute(
        "insert into passback (id, institution_id, source, dedupe_key, activity_id, lms_user_id,"
            + " kind, score, maximum, occurred_at, received_at)"
            + " values (?, ?, 'gradebook', ?, ?, ?, ?, ?, ?, ?, ?)",
        passback,
        institution,
        passback.toString(),
        activity,
        user,
        kind,
        score,
        maximum,
        THEN,
        THEN);
    database.execute(
        "insert into evidence (activity_id, lms_user_id, kind, passback_id, source, score, maximum,"
            + " occurred_at) values (?, ?, ?, ?, 'gradebook', ?, ?, ?)",
        activity,
        user,
        kind,
        passback,
        score,
        maximum,
        THEN);
  }
}
