package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;

/**
 * Which platforms somebody looks after: operators all, administrators of an institution its own. A
 * platform that serves several institutions is the operators' alone, since a change of it changes
 * the others' launches.
 */
@ApplicationScoped
class PlatformScope {

  private final Rights rights;
  private final Institutions institutions;
  private final Sql sql;

  @Inject
  PlatformScope(Rights rights, Institutions institutions, Sql sql) {
    this.rights = rights;
    this.institutions = institutions;
    this.sql = sql;
  }

  static boolean isOperator(Actor actor) {
    return actor.kind() == Actor.Kind.ADMINISTRATOR;
  }

  /**
   * The names of the institutions whose platforms somebody looks after, by id and in the order of
   * the names.
   *
   * @throws ProblemException FORBIDDEN for staff who administrate none
   */
  Map<UUID, String> institutions(Actor actor) {
    Set<UUID> own = Set.copyOf(rights.institutionsWhere(actor, Permission.ADMINISTRATE));
    if (own.isEmpty() && !isOperator(actor)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "platform.administrators-only");
    }
    Map<UUID, String> names = new LinkedHashMap<>();
    institutions.all().stream()
        .filter(each -> own.contains(each.id()))
        .forEach((Institution each) -> names.put(each.id(), each.name()));
    return names;
  }

  /** Whether somebody may give a platform to the institution of that name, known or new. */
  boolean mayName(Actor actor, String institution) {
    return isOperator(actor) || institutions(actor).containsValue(institution.strip());
  }

  /**
   * Lets those pass who look after a platform.
   *
   * @throws ProblemException NOT_FOUND for strangers to its institution, FORBIDDEN for those who do
   *     not administrate it, or if it serves other institutions too
   */
  void require(Actor actor, Platform platform) {
    rights.require(actor, Permission.ADMINISTRATE, Place.institution(platform.institutionId()));
    if (!isOperator(actor) && servesOthers(platform)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "platform.shared");
    }
  }

  private boolean servesOthers(Platform platform) {
    return sql.first(
            "select 1 as one from deployment where platform_id = ? and institution_id <> ? limit 1",
            row -> row.integer("one"),
            platform.id(),
            platform.institutionId())
        .isPresent();
  }
}
