package org.badgebridge.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** The transaction that keeps a provider. */
@ApplicationScoped
public class ProviderLedger {

  private final OpenIdProviders providers;
  private final AuditTrail audit;

  @Inject
  public ProviderLedger(OpenIdProviders providers, AuditTrail audit) {
    this.providers = providers;
    this.audit = audit;
  }

  /**
   * Keeps it.
   *
   * @return false if somebody else was first
   */
  @Transactional
  boolean keep(OpenIdProvider provider, String secret, Actor actor) {
    boolean kept =
        provider.version() == 0
            ? providers.add(provider, secret)
            : providers.change(provider, secret);
    if (kept) {
      audit.record(
          provider.institutionId(),
          actor,
          provider.version() == 0 ? "openid-provider.added" : "openid-provider.changed",
          "openid-provider",
          provider.institutionId(),
          provider.enabled() ? "switched on" : "switched off");
    }
    return kept;
  }
}
