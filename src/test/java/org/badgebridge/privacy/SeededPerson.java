package org.badgebridge.privacy;

import static org.badgebridge.testing.SampleCourse.THEN;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.backpack.kit.SampleKit;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;

/** Somebody of whom something is stored in every table that can hold something. */
final class SeededPerson {

  /** Stands in every text about them. */
  static final String WORD = "zaphodbeeblebrox";

  static final String EMAIL = WORD + "@example.org";

  final UUID person;
  final UUID learner;
  final UUID award;
  final SampleCourse course;
  private final UUID mail = UUID.randomUUID();
  private final Seeds seeds;

  SeededPerson(OpenDatabase database, Clock clock) {
    course = new SampleCourse(database);
    SampleAward claimed = SampleKit.claimed(database, course, clock);
    person = claimed.person;
    learner = claimed.learner;
    award = claimed.id;
    seeds = new Seeds(database, WORD);
    database.execute(
        "update lms_user set sub = ?, name = ?, given_name = ?, family_name = ?, email = ?,"
            + " locale = 'nl', eppn = ? where id = ?",
        WORD,
        WORD,
        WORD,
        WORD,
        EMAIL,
        EMAIL,
        learner);
    database.execute(
        "update direct_award set reason = ?, details = ?, ended_reason = ? where id = ?",
        "{\"x\":\"" + WORD + "\"}",
        "{\"x\":\"" + WORD + "\"}",
        WORD,
        award);
    database.execute(
        "update credential set document = ?, public_since = ? where award_id = ?",
        "{\"x\":\"" + WORD + "\"}",
        THEN,
        award);
    evidence();
    senders();
    mail();
    requests();
    lists();
    ways();
    showing(
        database.compute(
            em ->
                em.createQuery(
                        "select c.id from Credential c where c.personId = :person", UUID.class)
                    .setParameter("person", person)
                    .getSingleResult()));
  }

  private void showing(UUID credential) {
    UUID supplement = UUID.randomUUID();
    seeds.add("supplement", "id", supplement, "credential_id", credential);
    seeds.add(
        "supplement_version",
        "supplement_id",
        supplement,
        "kind",
        "PDF",
        "content",
        WORD.getBytes(StandardCharsets.UTF_8));
    seeds.add("supplement_notice", "supplement_id", supplement);
    seeds.add("mail_supplement", "mail_id", mail, "supplement_id", supplement);
    seeds.add("share_view", "credential_id", credential, "shown_name", "FULL");
    UUID collection = UUID.randomUUID();
    seeds.add("badge_collection", "id", collection, "person_id", person);
    seeds.add("badge_collection_entry", "collection_id", collection, "credential_id", credential);
    seeds.add(
        "share_view",
        "credential_id",
        null,
        "collection_id",
        collection,
        "shown_name",
        "NONE",
        "digest",
        "x");
    seeds.add("portfolio", "person_id", person);
    hosts();
    advisors(credential);
    seeds.add("wallet_offer", "credential_id", credential, "person_id", person, "format", "LDP");
  }

  private void hosts() {
    UUID host = UUID.randomUUID();
    seeds.add("host", "id", host, "site", "host.example", "metadata", "{}", "secret_digest", "x");
    UUID connection = UUID.randomUUID();
    seeds.add("host_connection", "id", connection, "host_id", host, "person_id", person);
    seeds.add("host_token", "connection_id", connection, "kind", "REFRESH");
  }

  private void advisors(UUID credential) {
    UUID grant = UUID.randomUUID();
    seeds.add(
        "advisor_grant",
        "id",
        grant,
        "person_id",
        person,
        "badges",
        "CHOSEN",
        "expires_at",
        THEN.plusDays(30),
        "told_at",
        null);
    seeds.add("advisor_grant_badge", "grant_id", grant, "credential_id", credential);
    seeds.add("advisor_look", "grant_id", grant, "what", "BADGE", "credential_id", credential);
  }

  private void evidence() {
    UUID activity = activity();
    UUID passback = UUID.randomUUID();
    seeds.add(
        "passback",
        "id",
        passback,
        "institution_id",
        course.institution,
        "activity_id",
        activity,
        "lms_user_id",
        learner,
        "source",
        "gradebook",
        "kind",
        "COMPLETED");
    seeds.add(
        "evidence",
        "activity_id",
        activity,
        "lms_user_id",
        learner,
        "kind",
        "COMPLETED",
        "source",
        "gradebook",
        "passback_id",
        passback);
    seeds.add("link_sighting", "activity_id", activity, "lms_user_id", learner);
    seeds.add("own_fact", "activity_id", activity, "lms_user_id", learner, "kind", "COMPLETED");
    UUID meeting = UUID.randomUUID();
    seeds.add(
        "meeting",
        "id",
        meeting,
        "activity_id",
        activity,
        "state",
        "PLANNED",
        "title",
        "Meeting",
        "secret",
        "x");
    seeds.add("attendance", "meeting_id", meeting, "lms_user_id", learner, "correction", "PRESENT");
    seeds.add("learner_turn", "course_id", course.course, "lms_user_id", learner);
    UUID attachment = UUID.randomUUID();
    seeds.add(
        "attachment",
        "id",
        attachment,
        "course_id",
        course.course,
        "badge_class_id",
        course.badgeClass(),
        "state",
        "ON",
        "write_back",
        "NONE",
        "created_by",
        course.lecturer);
    seeds.add("award_doubt", "award_id", award, "attachment_id", attachment, "state", "OPEN");
    seeds.add(
        "place_wait",
        "attachment_id",
        attachment,
        "lms_user_id",
        learner,
        "badge_class_id",
        course.badgeClass());
    seeds.add("gradebook_score", "award_id", award, "line_item_digest", "x", "state", "TAKEN");
  }

  private UUID activity() {
    return course.activity("RESOURCE_LINK", "Activity");
  }

  private void senders() {
    UUID connector = UUID.randomUUID();
    seeds.add(
        "connector",
        "id",
        connector,
        "institution_id",
        course.institution,
        "platform_id",
        course.platform,
        "source",
        "scores",
        "name",
        "Sender",
        "settings",
        "{}",
        "secret",
        null);
    UUID item = UUID.randomUUID();
    seeds.add(
        "hosted_line_item",
        "id",
        item,
        "connector_id",
        connector,
        "course_id",
        course.course,
        "label",
        "Item",
        "resource_id",
        null,
        "tag",
        null,
        "resource_link_id",
        null);
    seeds.add("hosted_score", "line_item_id", item, "learner", WORD);
    seeds.add(
        "report",
        "connector_id",
        connector,
        "course_id",
        course.course,
        "course_reference",
        null,
        "activity_kind",
        "EXTERNAL",
        "kind",
        "COMPLETED",
        "state",
        "NO_LEARNER",
        "learner_reference",
        EMAIL);
    seeds.add("score_time", "user_sub", WORD, "line_item_digest", "x");
    seeds.add("lms_user_alias", "lms_user_id", learner);
    seeds.add(
        "name_request",
        "lms_user_id",
        learner,
        "open_for",
        learner,
        "state",
        "OPEN",
        "reason",
        null);
    seeds.add(
        "name_request",
        "lms_user_id",
        learner,
        "open_for",
        null,
        "wished",
        null,
        "state",
        "DENIED",
        "decided_at",
        THEN);
    UUID staff = UUID.randomUUID();
    seeds.add(
        "staff_account",
        "id",
        staff,
        "email",
        "s@example.org",
        "name",
        "Staff",
        "password_hash",
        "x",
        "locale",
        "en");
    UUID client = UUID.randomUUID();
    seeds.add(
        "api_client",
        "id",
        client,
        "institution_id",
        course.institution,
        "level",
        "INSTITUTION",
        "place_id",
        course.institution,
        "created_by",
        staff,
        "name",
        "Client",
        "permissions",
        "READ",
        "secret_digest",
        "x");
    seeds.add(
        "api_answer",
        "client_id",
        client,
        "idempotency_key",
        "1",
        "request_digest",
        "x",
        "location",
        "/api/v1/awards/" + award,
        "tag",
        "x",
        "body",
        "{\"id\":\"" + award + "\",\"name\":\"" + WORD + "\"}");
    seeds.add(
        "launch",
        "platform_id",
        course.platform,
        "deployment_id",
        course.deployment,
        "lms_user_id",
        learner,
        "state",
        "OPEN",
        "message_type",
        "RESOURCE_LINK");
  }

  private void mail() {
    seeds.add("notice", "lms_user_id", learner, "institution_id", course.institution);
    seeds.add(
        "mail",
        "id",
        mail,
        "institution_id",
        course.institution,
        "lms_user_id",
        learner,
        "state",
        "SENT",
        "language",
        "en",
        "kind",
        "OFFER",
        "address_digest",
        EmailAddress.digest(EMAIL));
    seeds.add("mail_award", "mail_id", mail, "award_id", award);
    UUID request = UUID.randomUUID();
    seeds.add(
        "award_request",
        "id",
        request,
        "institution_id",
        course.institution,
        "badge_class_id",
        course.badgeClass(),
        "lms_user_id",
        learner,
        "state",
        "OPEN");
    seeds.add("request_notice", "request_id", request);
    seeds.add("mail_request", "mail_id", mail, "request_id", request);
    seeds.add("mail_stop", "lms_user_id", learner);
    seeds.add("undeliverable", "address_digest", EmailAddress.digest(EMAIL), "why", "ADDRESS");
    seeds.add("way_notice", "address", EMAIL, "what", "ADDED", "lms_user_id", null);
    seeds.add("mail_code", "person_id", null, "address", EMAIL, "code_digest", null);
  }

  private void requests() {
    UUID offered = UUID.randomUUID();
    seeds.add(
        "direct_award",
        "id",
        offered,
        "institution_id",
        course.institution,
        "badge_class_id",
        course.badgeClass(),
        "lms_user_id",
        learner,
        "state",
        "OFFERED",
        "origin",
        "RULE",
        "offered_at",
        THEN,
        "scheduled_by_kind",
        null);
  }

  private void lists() {
    UUID batch = UUID.randomUUID();
    seeds.add(
        "award_batch",
        "id",
        batch,
        "institution_id",
        course.institution,
        "badge_class_id",
        course.badgeClass(),
        "file_name",
        "list.csv",
        "digest",
        "x",
        "uploaded_kind",
        "STAFF",
        "stopped",
        null);
    seeds.add(
        "award_batch_row",
        "batch_id",
        batch,
        "place",
        1,
        "known_by",
        "EMAIL",
        "known_as",
        EMAIL,
        "email",
        EMAIL,
        "verdict",
        "GOOD",
        "outcome",
        "AWARDED",
        "lms_user_id",
        learner);
    seeds.add(
        "award_batch_row",
        "batch_id",
        batch,
        "place",
        2,
        "known_by",
        "EMAIL",
        "known_as",
        EMAIL,
        "email",
        null,
        "verdict",
        "INVALID",
        "outcome",
        null);
  }

  private void ways() {
    UUID other = UUID.randomUUID();
    seeds.add("person", "id", other);
    UUID join = UUID.randomUUID();
    seeds.add("person_join", "id", join, "from_id", other, "into_id", person);
    seeds.add("person_join_part", "join_id", join, "kind", "LMS", "part_id", learner);
    seeds.add("person_address", "person_id", person, "address", WORD + "@home.example");
    seeds.add(
        "imported_badge",
        "person_id",
        person,
        "kind",
        "JSON",
        "original",
        WORD.getBytes(StandardCharsets.UTF_8),
        "bytes",
        WORD.length());
    seeds.add("holder_key", "person_id", person);
    seeds.add("person_login", "person_id", person, "institution_id", course.institution);
    UUID terms = UUID.randomUUID();
    seeds.add(
        "terms", "id", terms, "institution_id", course.institution, "texts", "{\"en\":\"Terms\"}");
    seeds.add("terms_consent", "person_id", person, "terms_id", terms);
    seeds.add("leaving_nudge", "person_id", person, "institution_id", course.institution);
    seeds.add("leaving_dismissal", "person_id", person);
    seeds.add("one_time_code", "purpose", "HANDOFF", "subject_id", person, "digest", "x");
    seeds.add("browser_session", "kind", "PERSON", "subject_id", person, "token_digest", "x");
  }
}
