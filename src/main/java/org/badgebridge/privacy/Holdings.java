package org.badgebridge.privacy;

import static org.badgebridge.privacy.Holding.blanked;
import static org.badgebridge.privacy.Holding.deleted;

import java.util.List;

/**
 * Everything that is stored about a person, table by table, in the order in which it can go. Awards
 * and requests remain as rows with their times, so that every sum stays right; what they say of the
 * person goes. The audit trail remains: it holds ids only.
 *
 * <p>A test walks the schema: a column with text that is neither here nor known to be harmless
 * fails it.
 */
final class Holdings {

  private static final String USERS = "(select id from lms_user where person_id = ?)";
  private static final String OF_USERS = "lms_user_id in " + USERS;
  private static final String OF_PERSON = "person_id = ?";
  private static final String AWARDS =
      "(select id from direct_award where lms_user_id in " + USERS + ")";
  private static final String CREDENTIALS = "(select id from credential where person_id = ?)";
  private static final String COLLECTIONS = "(select id from badge_collection where person_id = ?)";
  private static final String SUPPLEMENTS =
      "(select id from supplement where credential_id in " + CREDENTIALS + ")";
  private static final String GRANTS = "(select id from advisor_grant where person_id = ?)";
  private static final String MAILS = "(select id from mail where lms_user_id in " + USERS + ")";

  /** By what senders and lists name a learner. */
  private static final String NAMES =
      "(select sub from lms_user where person_id = ? and sub is not null"
          + " union select eppn from lms_user where person_id = ? and eppn is not null"
          + " union select lower(email) from lms_user where person_id = ? and email is not null"
          + " union select known_as from lms_user where person_id = ? and known_as is not null"
          + " union select username from lms_user where person_id = ? and username is not null"
          + " union select sourced_id from lms_user where person_id = ? and sourced_id is not null"
          + " union select alias from lms_user_alias where lms_user_id in "
          + USERS
          + ")";

  private static final String ADDRESSES =
      "(select lower(email) from lms_user where person_id = ? and email is not null"
          + " union select known_as from lms_user where person_id = ? and known_by = 'EMAIL'"
          + " union select address from person_address where person_id = ?)";

  /** Courses and connectors of the platforms that know the person: a name means them there. */
  private static final String THEIR_COURSES =
      "(select c.id from course c join deployment d on d.id = c.deployment_id"
          + " join lms_user u on u.platform_id = d.platform_id where u.person_id = ?)";

  private static final String THEIR_CONNECTORS =
      "(select k.id from connector k join lms_user u on u.platform_id = k.platform_id"
          + " where u.person_id = ?)";

  /** In the order in which they can go. */
  static final List<Holding> ALL =
      List.of(
          deleted("evidence", OF_USERS),
          deleted("passback", OF_USERS),
          deleted("link_sighting", OF_USERS),
          deleted("own_fact", OF_USERS),
          deleted("attendance", OF_USERS),
          deleted("learner_turn", OF_USERS),
          deleted("place_wait", OF_USERS),
          deleted("membership", OF_USERS),
          deleted(
              "hosted_score",
              "learner in "
                  + NAMES
                  + " and line_item_id in (select id from hosted_line_item where course_id in "
                  + THEIR_COURSES
                  + ")"),
          deleted(
              "report",
              "learner_reference in " + NAMES + " and connector_id in " + THEIR_CONNECTORS),
          deleted(
              "score_time",
              "user_sub in (select sub from lms_user where person_id = ? and sub is not null)"),
          deleted("lms_user_alias", OF_USERS),
          deleted("name_request", OF_USERS),
          deleted("notice", OF_USERS),
          deleted(
              "request_notice",
              "request_id in (select id from award_request where lms_user_id in " + USERS + ")"),
          deleted("mail_award", "mail_id in " + MAILS),
          deleted("mail_request", "mail_id in " + MAILS),
          deleted("mail_supplement", "mail_id in " + MAILS + " or supplement_id in " + SUPPLEMENTS),
          deleted("mail", OF_USERS).hiding("address_digest,message_id"),
          deleted("mail_stop", OF_USERS),
          deleted("way_notice", "lms_user_id in " + USERS + " or address in " + ADDRESSES),
          deleted(
                  "mail_code",
                  "person_id = ? or grant_id in " + GRANTS + " or address in " + ADDRESSES)
              .hiding("code_digest"),
          deleted("advisor_look", "grant_id in " + GRANTS),
          deleted("advisor_grant_badge", "grant_id in " + GRANTS),
          blanked(
              "award_request",
              OF_USERS,
              "details = null, words = null, purged_at = coalesce(purged_at, current_timestamp),"
                  + " decided_at = coalesce(decided_at, current_timestamp),"
                  + " state = case when state in ('OPEN', 'RETURNED') then 'WITHDRAWN'"
                  + " else state end"),
          deleted("award_doubt", "award_id in " + AWARDS),
          deleted("gradebook_score", "award_id in " + AWARDS),
          deleted("supplement_notice", "supplement_id in " + SUPPLEMENTS),
          deleted("supplement_version", "supplement_id in " + SUPPLEMENTS).hiding("content"),
          deleted("supplement", "credential_id in " + CREDENTIALS),
          deleted(
                  "share_view",
                  "credential_id in " + CREDENTIALS + " or collection_id in " + COLLECTIONS)
              .hiding("digest"),
          deleted("badge_collection_entry", "credential_id in " + CREDENTIALS),
          deleted("badge_collection", OF_PERSON),
          deleted("portfolio", OF_PERSON),
          deleted("wallet_offer", "person_id = ? or credential_id in " + CREDENTIALS)
              .hiding("name_digest,code_digest,number_digest,token_digest"),
          deleted(
                  "host_token",
                  "connection_id in (select id from host_connection where person_id = ?)")
              .hiding("digest"),
          deleted("host_connection", OF_PERSON).hiding("code_digest,code_challenge"),
          deleted("credential", OF_PERSON).hiding("document"),
          blanked(
              "award_batch_row",
              OF_USERS + " or lower(known_as) in " + ADDRESSES + " or lower(email) in " + ADDRESSES,
              "known_as = null, name = null, email = null, details = null, fault = null,"
                  + " lms_user_id = null"),
          blanked(
              "direct_award",
              OF_USERS,
              "reason = '{}', details = null, ended_reason = null,"
                  + " purged_at = coalesce(purged_at, current_timestamp),"
                  + " ended_at = case when state in ('SCHEDULED', 'PROPOSED', 'OFFERED')"
                  + " then current_timestamp else ended_at end,"
                  + " state = case when state in ('SCHEDULED', 'PROPOSED', 'OFFERED')"
                  + " then 'DECLINED' else state end"),
          deleted("launch", OF_USERS).hiding("bearer_digest,state_digest"),
          deleted(
                  "imported_badge",
                  "person_id = ? or person_id in (select from_id from person_join"
                      + " where into_id = ? and undone_at is null)")
              .hiding("original,picture"),
          deleted(
              "holder_key",
              "person_id = ? or person_id in (select from_id from person_join"
                  + " where into_id = ? and undone_at is null)"),
          deleted(
              "person_join_part",
              "join_id in (select id from person_join where from_id = ? or into_id = ?)"),
          deleted("person_join", "from_id = ? or into_id = ?"),
          deleted("person_address", OF_PERSON),
          deleted("person_login", OF_PERSON),
          deleted("terms_consent", OF_PERSON),
          deleted("leaving_nudge", OF_PERSON),
          deleted("leaving_dismissal", OF_PERSON),
          deleted("one_time_code", "purpose = 'HANDOFF' and subject_id = ?").hiding("digest"),
          deleted(
                  "browser_session",
                  "kind = 'PERSON' and subject_id = ? or kind = 'ADVISOR' and subject_id in "
                      + GRANTS)
              .hiding("token_digest"),
          deleted("advisor_grant", OF_PERSON),
          blanked(
              "lms_user",
              OF_PERSON,
              "name = null, given_name = null, family_name = null, email = null, locale = null,"
                  + " eppn = null, username = null, sourced_id = null, sub = case when sub is null then null"
                  + " else 'erased-' || cast(id as varchar(36)) end,"
                  + " known_as = case when known_as is null then null"
                  + " else 'erased-' || cast(id as varchar(36)) end"));

  private Holdings() {}
}
