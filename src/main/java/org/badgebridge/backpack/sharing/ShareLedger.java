package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.credential.Credentials;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Writes links down, and what became of them. Needs the caller's transaction. */
@ApplicationScoped
public class ShareLedger {

  /** Links of one badge or collection that lead to it at the same time. */
  static final int MOST = 50;

  private final ShareViews views;
  private final Credentials credentials;
  private final Awards awards;
  private final PublicOrigin origin;
  private final AuditTrail audit;

  @Inject
  public ShareLedger(
      ShareViews views,
      Credentials credentials,
      Awards awards,
      PublicOrigin origin,
      AuditTrail audit) {
    this.views = views;
    this.credentials = credentials;
    this.awards = awards;
    this.origin = origin;
    this.audit = audit;
  }

  /**
   * Keeps a new one.
   *
   * @param open how many lead to the same already; whoever counted holds its lock
   * @param link made from the digest of its address
   * @return the address, which is known to nobody else and cannot be read again
   * @throws ProblemException CONFLICT if there are as many as there can be
   */
  String keep(long open, Function<String, ShareView> link, Actor actor) {
    if (open >= MOST) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.share.too-many", MOST);
    }
    String token = Tokens.random();
    ShareView view = link.apply(Digests.sha256(token));
    views.add(view);
    record(view, actor, "share.created");
    return origin.at(SharedPage.ADDRESS + "/" + token);
  }

  /** Writes down what was done with one. */
  void record(ShareView view, Actor actor, String action) {
    UUID badge = view.credentialId();
    audit.record(
        institution(badge),
        actor,
        action,
        "share-view",
        view.id(),
        badge == null ? "collection " + view.collectionId() : "credential " + badge);
  }

  /** A collection is of its owner alone. */
  private @Nullable UUID institution(@Nullable UUID badge) {
    return badge == null
        ? null
        : awards.find(credentials.byLink(badge).awardId()).orElseThrow().institutionId();
  }
}
