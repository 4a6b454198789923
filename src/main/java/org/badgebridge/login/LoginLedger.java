package org.badgebridge.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;

/** Which logins were answered, and which were refused. */
@ApplicationScoped
public class LoginLedger {

  private static final Actor NOBODY = new Actor(Actor.Kind.ANONYMOUS, null, "login");

  private final Sql sql;
  private final RefusalTrail refusals;
  private final Clock clock;

  @Inject
  public LoginLedger(Sql sql, RefusalTrail refusals, Clock clock) {
    this.sql = sql;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * Uses a login up, whatever comes of it.
   *
   * @return false if it was used before
   */
  @Transactional
  boolean use(LoginState state) {
    return sql.insertOnce(
        "insert into login_used (id, until_at) values (?, ?)", state.id(), state.until());
  }

  /** Writes a refusal down. */
  @Transactional
  void refused(OpenIdProvider provider, LoginRefused refusal) {
    refusals.record(
        provider.institutionId(),
        NOBODY,
        "login.refused",
        "openid-provider",
        provider.institutionId(),
        refusal.why().slug());
  }

  /** Forgets those that are over anyhow. Joins the caller's transaction. */
  public void removeEnded() {
    sql.update("delete from login_used where until_at <= ?", clock.instant());
  }
}
