package org.badgebridge.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.WebAddress;

/** Sets up where people of an institution log in: looks at the provider first, then keeps it. */
@ApplicationScoped
public class KeepOpenIdProvider {

  private final Discovery discovery;
  private final ProviderLedger ledger;

  @Inject
  KeepOpenIdProvider(Discovery discovery, ProviderLedger ledger) {
    this.discovery = discovery;
    this.ledger = ledger;
  }

  /**
   * What an administrator typed.
   *
   * @param secret empty to keep the one that is kept
   * @param version of which state it was typed; 0 for none
   */
  public record Typed(
      String name, String issuer, String clientId, String secret, boolean enabled, long version) {}

  /**
   * Keeps it. Calls the provider, so not inside a transaction.
   *
   * @throws InvalidFields with what is wrong with it
   * @throws ProblemException CONFLICT if somebody else changed it meanwhile
   */
  public void keep(UUID institutionId, Typed typed, Actor actor) {
    List<FieldFault> faults = new ArrayList<>();
    String name = PlainText.line(typed.name());
    require(faults, "name", !name.isEmpty() && name.length() <= 100);
    require(faults, "issuer", WebAddress.fits(typed.issuer(), 500) && bare(typed.issuer()));
    require(faults, "client", !typed.clientId().isBlank() && typed.clientId().length() <= 255);
    require(
        faults,
        "secret",
        typed.secret().length() <= 500 && (typed.version() > 0 || !typed.secret().isEmpty()));
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    OpenIdProvider provider =
        new OpenIdProvider(
            institutionId,
            name,
            typed.issuer(),
            typed.clientId(),
            typed.enabled(),
            discovery.of(typed.issuer()),
            typed.version());
    if (!ledger.keep(provider, typed.secret(), actor)) {
      throw new ProblemException(ProblemType.CONFLICT, "login.changed-meanwhile");
    }
  }

  /** "no query or fragment component" (OpenID Connect Discovery 1.0 §3). */
  private static boolean bare(String issuer) {
    return issuer.indexOf('?') < 0 && issuer.indexOf('#') < 0;
  }

  private static void require(List<FieldFault> faults, String field, boolean fits) {
    if (!fits) {
      faults.add(FieldFault.of(field, "login.fault." + field));
    }
  }
}
