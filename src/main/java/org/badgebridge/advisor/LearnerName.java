package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;

/** Whose backpack an advisor sees: the learner's name as a school knows it, not as they say it. */
@ApplicationScoped
public class LearnerName {

  private final Sql sql;

  @Inject
  public LearnerName(Sql sql) {
    this.sql = sql;
  }

  /** The name that a school told last; empty if all withhold it. */
  public String of(UUID personId) {
    return sql.first(
            "select id, name, given_name, family_name from lms_user where person_id = ?"
                + " and coalesce(name, given_name, family_name) is not null"
                + " order by updated_at desc, id fetch first 1 rows only",
            row ->
                new LmsUser.Profile(
                        row.optionalText("name"),
                        row.optionalText("given_name"),
                        row.optionalText("family_name"),
                        null,
                        null,
                        false,
                        null)
                    .displayName(row.uuid("id")),
            personId)
        .orElse("");
  }
}
