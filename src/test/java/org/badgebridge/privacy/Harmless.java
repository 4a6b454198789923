package org.badgebridge.privacy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts that say nothing about a learner: those of institutions, courses, badges and the machine,
 * ids and digests of what nobody can guess, and what staff are known by. Some is erased beside the
 * rows of a person: addresses that nothing reaches, and what programs were answered.
 */
final class Harmless {

  private static final String LIST =
      """
      activity kind reference title
      api_client level name permissions secret_digest
      api_answer idempotency_key request_digest location tag body
      artwork sha256 created_by
      attachment state write_back
      audit_entry actor_kind actor_id authority action subject_kind subject_id reason
      award_batch file_name digest uploaded_kind stopped
      award_batch_row known_by verdict outcome
      award_request state
      award_rule mode tree on_change
      badge_class state name description criteria badge_type theme language created_by content open_to
      badge_class_version content
      badge_theme slug names meanings colour pictogram
      badge_type slug names meanings shape worn_shape colour achievement_type
      catalogue_entry badge_type theme sort_name
      catalogue_term kind term
      connector source name settings secret
      connector_fault code detail
      connector_nonce digest
      course context_id title label history memberships_url lineitems_url ags_scopes
      course_alias alias
      course_poll trouble
      deployment deployment_id state seen_as
      direct_award state origin scheduled_by_kind
      erasure ground
      erasure_line table_name deed
      framework name publisher url language source
      framework_item identifier code human_code name description url item_type
      framework_term term
      framework_upload name publisher url language source
      framework_upload_fault reason
      framework_upload_item identifier code human_code name description url item_type keywords
      given_up_job task_name task_instance task_data last_error
      host site metadata secret_digest
      hosted_line_item label resource_id tag resource_link_id
      insight_figures grain origin
      insight_note words
      institution name default_locale accent names descriptions email url eppn_pattern schac_home schac_home_other kind brin country grading_table_url linkedin_id lecturers
      issuer name url email names descriptions
      issuer_group name names descriptions on_behalf_of on_behalf_of_url linkedin_id visibility
      lms_user known_by
      mail_text kind language subject intro outro
      meeting title secret state
      notice_handler service_url handler
      openid_provider name issuer client_id authorization_endpoint token_endpoint jwks_uri
      outcome digest
      platform name product issuer client_id auth_login_url auth_token_url auth_audience key_set_url service_hosts state origin origin_file origin_digest
      platform_change auth_login_url auth_token_url auth_audience key_set_url
      platform_notice notice_id
      platform_trouble service detail
      profile_image digest
      registration_invitation code_digest
      resource_link link_id title lineitem_url
      scheduled_tasks task_name task_instance picked_by
      sign_in_failure email_digest
      signing_key purpose kid algorithm public_key
      source_poll source held_because
      staff_account email name password_hash locale
      staff_invitation level email permissions code_digest
      staff_membership level permissions
      terms texts
      undeliverable address_digest why
      """;

  /** As {@code table.column}. */
  static final Set<String> COLUMNS = columns();

  private Harmless() {}

  private static Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    for (String line : LIST.strip().split("\n", -1)) {
      String[] words = line.strip().split(" ", -1);
      Arrays.stream(words).skip(1).forEach(column -> columns.add(words[0] + "." + column));
    }
    return columns;
  }
}
