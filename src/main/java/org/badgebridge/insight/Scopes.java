package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.identity.Actor;
import org.badgebridge.insight.figures.Scope;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;

/**
 * Says whose figures somebody reads: those of the places at which they may read by their own
 * memberships. Belonging to the institution alone opens its pages, not all its figures.
 */
@ApplicationScoped
public class Scopes {

  private final Rights rights;

  @Inject
  public Scopes(Rights rights) {
    this.rights = rights;
  }

  /** What somebody sees of an institution; nothing for strangers. */
  public Scope of(Actor reader, UUID institutionId) {
    List<Rights.Held> held = rights.heldIn(reader, Permission.READ, institutionId);
    return held.stream().anyMatch(each -> each.level() == Level.INSTITUTION)
        ? Scope.ALL
        : new Scope(
            false,
            at(held, Level.ISSUER_GROUP),
            at(held, Level.ISSUER),
            at(held, Level.BADGE_CLASS));
  }

  private static Set<UUID> at(List<Rights.Held> held, Level level) {
    return held.stream()
        .filter(each -> each.level() == level)
        .map(Rights.Held::placeId)
        .collect(Collectors.toSet());
  }
}
