package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.ApiClient;
import org.badgebridge.staff.ApiClients;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Places.Step;
import org.badgebridge.staff.Rights;

/** Gathers the API clients that somebody administrates. */
@ApplicationScoped
class ClientBoards {

  private final ApiClients clients;
  private final Rights rights;
  private final Places places;
  private final IssuerGroups groups;
  private final Issuers issuers;
  private final StaffAccounts accounts;
  private final Clock clock;

  @Inject
  ClientBoards(
      ApiClients clients,
      Rights rights,
      Places places,
      IssuerGroups groups,
      Issuers issuers,
      StaffAccounts accounts,
      Clock clock) {
    this.clients = clients;
    this.rights = rights;
    this.places = places;
    this.groups = groups;
    this.issuers = issuers;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The board of an institution.
   *
   * @throws ProblemException FORBIDDEN for those who administrate nothing in it
   */
  ClientBoard of(Institution institution, Actor reader) {
    Set<Permission> somewhere = rights.somewhereIn(reader, institution.id());
    if (!somewhere.contains(Permission.ADMINISTRATE)) {
      throw new ProblemException(
          somewhere.isEmpty() ? ProblemType.NOT_FOUND : ProblemType.FORBIDDEN,
          "staff.lacks.ADMINISTRATE");
    }
    return new ClientBoard(
        administrated(institution, reader), List.copyOf(somewhere), lines(institution, reader));
  }

  private List<Step> administrated(Institution institution, Actor reader) {
    List<Step> all = new ArrayList<>();
    all.add(new Step(Level.INSTITUTION, institution.id(), institution.name()));
    groups
        .of(institution.id())
        .forEach(each -> all.add(new Step(Level.ISSUER_GROUP, each.id(), each.name())));
    issuers
        .of(institution.id())
        .forEach(each -> all.add(new Step(Level.ISSUER, each.id(), each.name())));
    return all.stream().filter(each -> administrates(reader, each.level(), each.id())).toList();
  }

  private boolean administrates(Actor reader, Level level, UUID id) {
    return rights.may(reader, Permission.ADMINISTRATE, places.at(level, id));
  }

  private List<ClientBoard.Line> lines(Institution institution, Actor reader) {
    List<ApiClient> all =
        clients.of(institution.id()).stream()
            .filter(each -> administrates(reader, each.level(), each.placeId()))
            .toList();
    Map<UUID, StaffAccount> makers =
        accounts.find(all.stream().map(ApiClient::createdBy).collect(Collectors.toSet()));
    Instant now = clock.instant();
    return all.stream()
        .map(
            each -> {
              StaffAccount maker = makers.get(each.createdBy());
              List<Step> way = places.way(each.level(), each.placeId());
              return new ClientBoard.Line(
                  each,
                  each.state(now),
                  way.get(way.size() - 1).name(),
                  maker == null ? "" : maker.name());
            })
        .toList();
  }
}
