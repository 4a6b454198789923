package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;

/** Turns a claimed award into a signed credential. */
@ApplicationScoped
public class IssueCredential {

  private final Awards awards;
  private final ComposeBadge composing;
  private final Signing signing;
  private final Credentials credentials;
  private final Clock clock;

  @Inject
  IssueCredential(
      Awards awards,
      ComposeBadge composing,
      Signing signing,
      Credentials credentials,
      Clock clock) {
    this.awards = awards;
    this.composing = composing;
    this.signing = signing;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * Issues, in the caller's transaction; an award has one credential, and asking again gives it.
   *
   * @param awardId a claimed award
   */
  @Transactional
  public Credential issue(UUID awardId) {
    DirectAward award = awards.locked(awardId);
    Optional<Credential> before = credentials.ofAward(awardId);
    return before.orElseGet(() -> issue(award));
  }

  private Credential issue(DirectAward award) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    StatusEntry status = signing.status(composing.issuer(award).id());
    OpenBadge badge = composing.compose(award, status, now);
    Credential credential = new Credential(badge, award.id(), signing.sign(badge));
    credentials.add(credential);
    return credential;
  }
}
