package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.identity.way.PersonAddresses;

/** The learners whom mail does not reach, until they have another address. */
@ApplicationScoped
public class Unreached {

  private static final int MOST = 200;

  private final Sql sql;
  private final LmsUsers lmsUsers;
  private final PersonAddresses addresses;

  @Inject
  public Unreached(Sql sql, LmsUsers lmsUsers, PersonAddresses addresses) {
    this.sql = sql;
    this.lmsUsers = lmsUsers;
    this.addresses = addresses;
  }

  /**
   * A learner whom a message did not reach.
   *
   * @param learner by name
   * @param at when we knew
   */
  public record Learner(UUID mailId, String learner, Trouble why, Instant at) {}

  /** Those of an institution, the latest first, each once. */
  public List<Learner> of(UUID institutionId) {
    List<Found> found =
        sql.list(
            "select m.id, m.lms_user_id, m.address_digest, m.settled_at, u.why from mail m"
                + " join undeliverable u on u.address_digest = m.address_digest"
                + " where m.institution_id = ? and m.state in ('FAILED', 'BOUNCED')"
                + " order by m.settled_at desc, m.id limit "
                + MOST,
            row ->
                new Found(
                    row.uuid("id"),
                    row.uuid("lms_user_id"),
                    row.text("address_digest"),
                    row.instant("settled_at"),
                    Trouble.valueOf(row.text("why"))),
            institutionId);
    Map<UUID, LmsUser> learners =
        lmsUsers.find(found.stream().map(Found::lmsUserId).collect(Collectors.toSet()));
    Set<UUID> told = new HashSet<>();
    return found.stream()
        .filter(each -> stillHolds(each, learners) && told.add(each.lmsUserId()))
        .map(each -> each.with(learners))
        .toList();
  }

  private boolean stillHolds(Found found, Map<UUID, LmsUser> learners) {
    return Optional.ofNullable(learners.get(found.lmsUserId()))
        .flatMap(addresses::mailbox)
        .filter(email -> EmailAddress.digest(email).equals(found.digest()))
        .isPresent();
  }

  private record Found(UUID mailId, UUID lmsUserId, String digest, Instant at, Trouble why) {

    Learner with(Map<UUID, LmsUser> learners) {
      LmsUser learner = Objects.requireNonNull(learners.get(lmsUserId));
      return new Learner(mailId, learner.displayName(), why, at);
    }
  }
}
