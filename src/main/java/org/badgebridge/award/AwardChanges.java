package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Tells the audit trail and the other rooms, in the caller's transaction, what changed. */
@ApplicationScoped
public class AwardChanges {

  static final String SUBJECT = "direct-award";

  private final AuditTrail audit;
  private final Event<AwardsOffered> offered;
  private final Event<AwardEnded> ended;

  @Inject
  public AwardChanges(AuditTrail audit, Event<AwardsOffered> offered, Event<AwardEnded> ended) {
    this.audit = audit;
    this.offered = offered;
    this.ended = ended;
  }

  /** New awards, each by whom: offered, proposed or scheduled. */
  void given(Map<DirectAward, Actor> made) {
    made.forEach(
        (award, actor) ->
            record(award, actor, "award." + award.state().name().toLowerCase(Locale.ROOT), null));
    List<UUID> open =
        made.keySet().stream()
            .filter(award -> award.state() == AwardState.OFFERED)
            .map(DirectAward::id)
            .toList();
    if (!open.isEmpty()) {
      offered.fire(new AwardsOffered(open));
    }
  }

  void made(DirectAward award, Actor actor, String action) {
    record(award, actor, action, null);
  }

  void opened(DirectAward award, Actor actor, String action) {
    record(award, actor, action, null);
    offered.fire(AwardsOffered.of(award.id()));
  }

  void ended(DirectAward award, Actor actor, String action, @Nullable String why) {
    record(award, actor, action, why);
    ended.fire(new AwardEnded(award.id()));
  }

  private void record(DirectAward award, Actor actor, String action, @Nullable String why) {
    audit.record(award.institutionId(), actor, action, SUBJECT, award.id(), why);
  }
}
