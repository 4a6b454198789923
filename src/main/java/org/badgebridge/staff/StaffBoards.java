package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.staff.Places.Step;
import org.badgebridge.staff.StaffBoard.Invitee;
import org.badgebridge.staff.StaffBoard.Member;
import org.jspecify.annotations.Nullable;

/** Gathers who has rights at a place. */
@ApplicationScoped
public class StaffBoards {

  private static final int MOST_BELOW = 200;

  private final Rights rights;
  private final Places places;
  private final StaffMemberships memberships;
  private final StaffInvitations invitations;
  private final StaffAccounts accounts;
  private final Clock clock;

  @Inject
  public StaffBoards(
      Rights rights,
      Places places,
      StaffMemberships memberships,
      StaffInvitations invitations,
      StaffAccounts accounts,
      Clock clock) {
    this.rights = rights;
    this.places = places;
    this.memberships = memberships;
    this.invitations = invitations;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The board of a place.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND for strangers
   */
  StaffBoard of(Level level, UUID id, Actor reader) {
    Place place = places.at(level, id);
    rights.require(reader, Permission.READ, place);
    List<StaffMembership> all = memberships.in(place.institutionId());
    List<StaffInvitation> invited = invitations.to(place);
    Map<UUID, StaffAccount> known = accounts(all, invited);
    Map<UUID, Step> named = new HashMap<>();
    Predicate<StaffMembership> at = each -> each.level() == level && each.placeId().equals(id);
    Instant now = clock.instant();
    return new StaffBoard(
        places.way(level, id),
        rights.of(reader, place),
        members(all.stream().filter(at), known, named, reader),
        members(
            all.stream().filter(at.negate()).filter(m -> m.covers(place)), known, named, reader),
        members(
            all.stream()
                .filter(each -> each.level().compareTo(level) > 0)
                .filter(each -> places.at(each.level(), each.placeId()).isWithin(level, id))
                .limit(MOST_BELOW),
            known,
            named,
            reader),
        invited.stream()
            .map(each -> new Invitee(each, each.state(now), name(known.get(each.invitedBy()))))
            .toList());
  }

  /** Whether somebody may see it. */
  boolean sees(Actor reader, Place place) {
    return rights.may(reader, Permission.READ, place);
  }

  private Map<UUID, StaffAccount> accounts(
      List<StaffMembership> members, List<StaffInvitation> invited) {
    return accounts.find(
        Stream.concat(
                members.stream().map(StaffMembership::accountId),
                invited.stream().map(StaffInvitation::invitedBy))
            .collect(Collectors.toSet()));
  }

  private List<Member> members(
      Stream<StaffMembership> some,
      Map<UUID, StaffAccount> known,
      Map<UUID, Step> named,
      Actor reader) {
    return some.map(each -> member(each, known.get(each.accountId()), named, reader)).toList();
  }

  private Member member(
      StaffMembership membership,
      @Nullable StaffAccount account,
      Map<UUID, Step> named,
      Actor reader) {
    Step step =
        named.computeIfAbsent(
            membership.placeId(),
            id -> {
              List<Step> way = places.way(membership.level(), id);
              return way.get(way.size() - 1);
            });
    return new Member(
        membership,
        name(account),
        account == null ? "" : account.email(),
        step,
        membership.accountId().equals(reader.id()));
  }

  private static String name(@Nullable StaffAccount account) {
    return account == null ? "" : account.name();
  }
}
