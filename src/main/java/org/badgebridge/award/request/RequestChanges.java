package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Tells the audit trail, in the caller's transaction, what changed; and how long it is kept. */
@ApplicationScoped
public class RequestChanges {

  private static final String SUBJECT = "award-request";

  private final AuditTrail audit;
  private final AwardSettingsBook settings;
  private final Event<RequestDecided> decided;

  @Inject
  public RequestChanges(
      AuditTrail audit, AwardSettingsBook settings, Event<RequestDecided> decided) {
    this.audit = audit;
    this.settings = settings;
    this.decided = decided;
  }

  /** A no or a return, with what is said to the learner. */
  void decided(AwardRequest request, Actor actor, String action, String words) {
    record(request, actor, action, words);
    decided.fire(new RequestDecided(request.id(), request.lmsUserId(), request.institutionId()));
  }

  void record(AwardRequest request, Actor actor, String action) {
    record(request, actor, action, null);
  }

  void record(AwardRequest request, Actor actor, String action, @Nullable String why) {
    audit.record(request.institutionId(), actor, action, SUBJECT, request.id(), why);
  }

  /** For how many days what an ended request says is kept: as long as a withdrawn award's. */
  int keepDays(AwardRequest request) {
    return settings.of(request.institutionId()).purgeDays();
  }
}
