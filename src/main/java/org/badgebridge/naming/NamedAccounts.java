package org.badgebridge.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the schools of a learner call them. */
@ApplicationScoped
public class NamedAccounts {

  private final Sql sql;

  @Inject
  public NamedAccounts(Sql sql) {
    this.sql = sql;
  }

  /** Those of a person, the oldest first. */
  public List<NamedAccount> of(UUID personId) {
    return sql.list(
        "select u.id, u.name, u.given_name, u.family_name, u.name_corrected_at, p.name as lms,"
            + " i.id as institution_id, i.name as institution, r.state, r.wished, r.reason,"
            + " r.decided_at,"
            + " (select count(*) from direct_award a where a.lms_user_id = u.id"
            + " and a.state = 'CLAIMED') as badges"
            + " from lms_user u left join platform p on p.id = u.platform_id"
            + " join institution i on i.id = coalesce(u.institution_id, p.institution_id)"
            + " left join name_request r on r.id = (select o.id from name_request o"
            + " where o.lms_user_id = u.id order by o.id desc fetch first 1 rows only)"
            + " where u.person_id = ? order by u.created_at, u.id",
        NamedAccounts::read,
        personId);
  }

  /**
   * One of a person's.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs
   */
  NamedAccount own(UUID id, UUID personId) {
    return of(personId).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /** The name of a row of {@code lms_user}; empty if it holds none. */
  static String name(Row row) {
    String name = row.optionalText("name");
    return name == null
        ? (text(row.optionalText("given_name")) + " " + text(row.optionalText("family_name")))
            .strip()
        : name;
  }

  private static String text(@Nullable String stored) {
    return Objects.requireNonNullElse(stored, "");
  }

  private static NamedAccount read(Row row) {
    String state = row.optionalText("state");
    return new NamedAccount(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.text("institution"),
        row.optionalText("lms"),
        name(row),
        row.optionalInstant("name_corrected_at"),
        row.count("badges"),
        state == null ? null : NameRequest.State.valueOf(state),
        text(row.optionalText("wished")),
        text(row.optionalText("reason")),
        row.optionalInstant("decided_at"));
  }
}
