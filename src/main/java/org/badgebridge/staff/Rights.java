package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Who may do what where. Operators may do everything; staff what their memberships at the place and
 * above it say together, and whoever belongs to an institution reads everything in it. Programs
 * have the permissions of their client at its place and below, and nothing elsewhere. Nobody else
 * has rights here: lecturers have theirs from the course they launched from.
 */
@ApplicationScoped
public class Rights {

  private static final Set<Permission> NONE = Set.of();

  private final StaffMemberships memberships;
  private final ApiClients clients;
  private final Institutions institutions;

  @Inject
  public Rights(StaffMemberships memberships, ApiClients clients, Institutions institutions) {
    this.memberships = memberships;
    this.clients = clients;
    this.institutions = institutions;
  }

  /** Whether somebody may do something at a place. One query. */
  public boolean may(Actor actor, Permission permission, Place place) {
    return of(actor, place).contains(permission);
  }

  /** All that somebody may do at a place; empty for strangers. One query. */
  public Set<Permission> of(Actor actor, Place place) {
    if (actor.kind() == Actor.Kind.ADMINISTRATOR) {
      return Permission.all();
    }
    if (actor.kind() == Actor.Kind.CLIENT) {
      return client(actor)
          .filter(each -> each.covers(place))
          .map(ApiClient::permissions)
          .orElse(NONE);
    }
    if (actor.kind() != Actor.Kind.STAFF || actor.id() == null) {
      return NONE;
    }
    List<StaffMembership> own = memberships.of(actor.id(), place.institutionId());
    Set<Permission> all = StaffMemberships.union(own, place);
    if (!own.isEmpty()) {
      all.add(Permission.READ);
    }
    return all;
  }

  /** All that somebody may do at one place or another of an institution. One query. */
  public Set<Permission> somewhereIn(Actor actor, UUID institutionId) {
    if (actor.kind() == Actor.Kind.ADMINISTRATOR) {
      return Permission.all();
    }
    if (actor.kind() == Actor.Kind.CLIENT) {
      return client(actor)
          .filter(each -> each.institutionId().equals(institutionId))
          .map(ApiClient::permissions)
          .orElse(NONE);
    }
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    own(actor).stream()
        .filter(each -> each.institutionId().equals(institutionId))
        .map(StaffMembership::permissions)
        .forEach(all::addAll);
    return all;
  }

  /** A place at which, and below which, somebody has a permission. */
  public record Held(Level level, UUID placeId) {}

  /**
   * Where in an institution somebody was given a permission; empty for strangers. One query. Not
   * what {@link #of} adds for everybody who belongs to the institution.
   */
  public List<Held> heldIn(Actor actor, Permission permission, UUID institutionId) {
    if (actor.kind() == Actor.Kind.ADMINISTRATOR) {
      return List.of(new Held(Level.INSTITUTION, institutionId));
    }
    if (actor.kind() == Actor.Kind.CLIENT) {
      return client(actor).stream()
          .filter(each -> each.institutionId().equals(institutionId))
          .filter(each -> each.permissions().contains(permission))
          .map(each -> new Held(each.level(), each.placeId()))
          .toList();
    }
    return own(actor).stream()
        .filter(each -> each.institutionId().equals(institutionId))
        .filter(each -> each.permissions().contains(permission))
        .map(each -> new Held(each.level(), each.placeId()))
        .toList();
  }

  private Optional<ApiClient> client(Actor actor) {
    return Optional.ofNullable(actor.id()).flatMap(clients::alive);
  }

  /**
   * Lets those pass who may.
   *
   * @throws ProblemException FORBIDDEN for those who belong to the institution, NOT_FOUND for those
   *     who have nothing there
   */
  public void require(Actor actor, Permission permission, Place place) {
    Set<Permission> all = of(actor, place);
    if (all.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    if (!all.contains(permission)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "staff.lacks." + permission.name());
    }
  }

  /**
   * Lets those pass who may do something at some place of an institution, wherever it lies.
   *
   * @throws ProblemException as {@link #require}
   */
  public void requireSomewhere(Actor actor, Permission permission, UUID institutionId) {
    boolean may =
        own(actor).stream()
            .filter(each -> each.institutionId().equals(institutionId))
            .anyMatch(each -> each.permissions().contains(permission));
    if (!may) {
      require(actor, permission, Place.institution(institutionId));
    }
  }

  /** Whether somebody may do something at some place, wherever it lies. One query. */
  public boolean maySomewhere(Actor actor, Permission permission) {
    return actor.kind() == Actor.Kind.ADMINISTRATOR
        || own(actor).stream().anyMatch(each -> each.permissions().contains(permission));
  }

  /** Those of these places of one institution at which somebody may do something. One query. */
  public List<Place> where(Actor actor, Permission permission, Collection<Place> places) {
    if (actor.kind() == Actor.Kind.ADMINISTRATOR) {
      return List.copyOf(places);
    }
    List<StaffMembership> own = own(actor);
    return places.stream()
        .filter(place -> StaffMemberships.union(own, place).contains(permission))
        .toList();
  }

  /** The institutions that somebody sees; operators see all. */
  public List<UUID> institutions(Actor actor) {
    return switch (actor.kind()) {
      case ADMINISTRATOR -> institutions.all().stream().map(Institution::id).toList();
      case STAFF -> own(actor).stream().map(StaffMembership::institutionId).distinct().toList();
      default -> List.of();
    };
  }

  /** The institutions for which somebody may do something as a whole; operators all. */
  public List<UUID> institutionsWhere(Actor actor, Permission permission) {
    return actor.kind() == Actor.Kind.ADMINISTRATOR
        ? institutions(actor)
        : own(actor).stream()
            .filter(each -> each.level() == Level.INSTITUTION)
            .filter(each -> each.permissions().contains(permission))
            .map(StaffMembership::institutionId)
            .toList();
  }

  private List<StaffMembership> own(Actor actor) {
    return actor.kind() == Actor.Kind.STAFF && actor.id() != null
        ? memberships.ofAccount(actor.id())
        : List.of();
  }
}
