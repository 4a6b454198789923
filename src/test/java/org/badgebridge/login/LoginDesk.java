package org.badgebridge.login;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.platform.PublishedKeys;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;

/** Logging in, wired by hand; each step has a transaction of its own, as on the server. */
final class LoginDesk {

  static final String BROWSER = "a-browser-of-the-tests-with-43-characters--";
  static final Actor ADMINISTRATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "administrator");

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  /** Of a loopback address, so that a provider on this machine may be called. */
  static final PublicOrigin ORIGIN = new PublicOrigin("http://127.0.0.1:9");

  final OpenIdProviders providers;
  final KeepOpenIdProvider keeping;
  final BeginLogin beginning;
  final FinishLogin finishing;

  LoginDesk(OpenDatabase database, Clock clock) {
    Sealer sealer = new Sealer(new SecretsKey(ORIGIN, Optional.of(KEY)));
    Sql sql = new Sql(database.dataSource());
    Outbound outbound = new Outbound(ORIGIN);
    providers = new OpenIdProviders(sql, sealer, clock);
    keeping = new KeepOpenIdProvider(new Discovery(outbound), new Kept(database, sealer, clock));
    beginning = new BeginLogin(providers, sealer, ORIGIN, clock);
    finishing =
        new FinishLogin(
            providers,
            new CodeExchange(providers, outbound, ORIGIN),
            new IdTokens(new PublishedKeys(outbound, clock), clock),
            new Ledger(database, sql, clock),
            sealer,
            clock);
  }

  /** Sets a provider up as its administrator does. */
  void set(UUID institution, String issuer) {
    keeping.keep(
        institution,
        new KeepOpenIdProvider.Typed(
            "University account", issuer, RealProvider.CLIENT, RealProvider.SECRET, true, 0),
        ADMINISTRATOR);
  }

  /** Sends the browser of the tests off. */
  URI begin(UUID institution) {
    return beginning.enter(institution, BROWSER, Locale.ENGLISH);
  }

  private static final class Kept extends ProviderLedger {

    private final OpenDatabase database;
    private final Sealer sealer;
    private final Clock clock;

    @SuppressWarnings("NullAway") // each transaction has its own
    Kept(OpenDatabase database, Sealer sealer, Clock clock) {
      super(null, null);
      this.database = database;
      this.sealer = sealer;
      this.clock = clock;
    }

    @Override
    boolean keep(OpenIdProvider provider, String secret, Actor actor) {
      return database.compute(
          em ->
              new ProviderLedger(
                      new OpenIdProviders(new Sql(JoinedDataSource.of(em)), sealer, clock),
                      new AuditTrail(em, clock))
                  .keep(provider, secret, actor));
    }
  }

  private static final class Ledger extends LoginLedger {

    private final OpenDatabase database;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the refusals of each transaction have a trail of their own
    Ledger(OpenDatabase database, Sql sql, Clock clock) {
      super(sql, null, clock);
      this.database = database;
      this.clock = clock;
    }

    @Override
    void refused(OpenIdProvider provider, LoginRefused refusal) {
      database.transaction(
          em ->
              new LoginLedger(
                      new Sql(JoinedDataSource.of(em)),
                      new RefusalTrail(new AuditTrail(em, clock), clock),
                      clock)
                  .refused(provider, refusal));
    }
  }
}
