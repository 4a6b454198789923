package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Addressees;
import org.badgebridge.identity.LmsUserSearch;
import org.badgebridge.institution.EppnPattern;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Whom an institution knows, from its platforms and from lists, and whom a name means. */
@ApplicationScoped
public class Recipients {

  /** Whom {@link #search} finds at most. */
  public static final int FOUND = 20;

  /** Users of the institution's platforms or deployments, and its addressees. */
  private static final String KNOWN =
      " (u.institution_id = ? or exists (select 1 from platform p where p.id = u.platform_id and"
          + " (p.institution_id = ? or exists (select 1 from deployment d where"
          + " d.platform_id = p.id and d.institution_id = ?))))";

  /** Where the last award of a badge class to the person stands, under any of their users. */
  public static final String LAST =
      "(select a.state from direct_award a join lms_user o on o.id = a.lms_user_id"
          + " where o.person_id = u.person_id and a.badge_class_id = ?"
          + " order by a.edition desc, a.created_at desc fetch first 1 row only) as standing";

  private final Institutions institutions;
  private final Addressees addressees;
  private final Sql sql;

  @Inject
  public Recipients(Institutions institutions, Addressees addressees, Sql sql) {
    this.institutions = institutions;
    this.addressees = addressees;
    this.sql = sql;
  }

  /**
   * Somebody whom an institution knows.
   *
   * @param name to show
   * @param standing of their last award of the badge class that was asked about; null if none
   */
  public record Known(
      UUID lmsUserId,
      String name,
      @Nullable String email,
      @Nullable String eppn,
      @Nullable AwardState standing) {

    /** Whether they hold it, or it is on its way. */
    public boolean has() {
      return standing != null && standing.live();
    }
  }

  /** What is an eppn at an institution; null if it does not say. */
  public @Nullable EppnPattern pattern(UUID institutionId) {
    String typed = institutions.get(institutionId).identifiers().eppnPattern();
    return typed == null ? null : EppnPattern.of(typed);
  }

  /** Why it says nobody whom the institution can award, by field; empty if it says somebody. */
  public List<FieldFault> faults(UUID institutionId, Recipient recipient) {
    List<FieldFault> faults = new ArrayList<>();
    recipient.fault(pattern(institutionId)).ifPresent(faults::add);
    UUID user = recipient.lmsUserId();
    if (user != null && !known(institutionId, user)) {
      faults.add(FieldFault.of("lmsUser", "award.row.unknown"));
    }
    return faults;
  }

  private boolean known(UUID institutionId, UUID user) {
    return sql.first(
            "select 1 as found from lms_user u where u.id = ? and" + KNOWN,
            row -> row.integer("found"),
            user,
            institutionId,
            institutionId,
            institutionId)
        .isPresent();
  }

  /**
   * The LMS user who is meant, new for a name that nobody has. Joins the caller's transaction.
   *
   * @param recipient without {@link #faults}
   */
  public UUID meant(UUID institutionId, Recipient recipient) {
    UUID user = recipient.lmsUserId();
    return user != null
        ? user
        : addressees.named(
            institutionId,
            new Addressees.Named(
                Objects.requireNonNull(recipient.by()),
                Objects.requireNonNull(recipient.as()),
                recipient.name(),
                recipient.email()));
  }

  /**
   * The first of those whose name, e-mail address or eppn has all these words, by name; test users
   * left out.
   *
   * @param words blank finds nobody
   */
  public List<Known> search(UUID institutionId, UUID badgeClassId, String words) {
    List<@Nullable Object> parameters =
        new ArrayList<>(List.of(badgeClassId, institutionId, institutionId, institutionId));
    String condition = LmsUserSearch.condition(words, parameters);
    if (condition.isEmpty()) {
      return List.of();
    }
    return sql.list(
        "select u.id, u.email, u.eppn, "
            + LmsUserSearch.NAMES
            + ", "
            + LAST
            + " from lms_user u where u.test_user = false and"
            + KNOWN
            + condition
            + " order by "
            + LmsUserSearch.NAME_KEY
            + ", u.id fetch first "
            + FOUND
            + " rows only",
        Recipients::read,
        parameters.toArray());
  }

  private static Known read(Row row) {
    String state = row.optionalText("standing");
    return new Known(
        row.uuid("id"),
        LmsUserSearch.displayName(row, "id"),
        row.optionalText("email"),
        row.optionalText("eppn"),
        state == null ? null : AwardState.valueOf(state));
  }
}
