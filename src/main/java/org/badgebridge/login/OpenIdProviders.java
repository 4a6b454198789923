package org.badgebridge.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Sealer;
import org.badgebridge.login.OpenIdProvider.ProviderMetadata;

/** The providers of all institutions, one each. Secrets are sealed. Joins the transaction. */
@ApplicationScoped
public class OpenIdProviders {

  private static final String PURPOSE = "openid-client-secret";
  private static final String SELECT =
      "select institution_id, name, issuer, client_id, enabled, authorization_endpoint,"
          + " token_endpoint, jwks_uri, secret_in_body, names_itself, version from openid_provider";

  private final Sql sql;
  private final Sealer sealer;
  private final Clock clock;

  @Inject
  public OpenIdProviders(Sql sql, Sealer sealer, Clock clock) {
    this.sql = sql;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** An institution's. */
  public Optional<OpenIdProvider> of(UUID institutionId) {
    return sql.first(SELECT + " where institution_id = ?", OpenIdProviders::read, institutionId);
  }

  /** Those that people can log in with, by name. */
  public List<OpenIdProvider> open() {
    return sql.list(
        SELECT + " where enabled = true order by name, institution_id", OpenIdProviders::read);
  }

  /** The client's secret at an institution's provider. */
  String secret(UUID institutionId) {
    byte[] sealed =
        sql.first(
                "select sealed_secret from openid_provider where institution_id = ?",
                row -> row.bytes("sealed_secret"),
                institutionId)
            .orElseThrow();
    return new String(sealer.open(sealed, PURPOSE), StandardCharsets.UTF_8);
  }

  /**
   * Adds one.
   *
   * @return false if the institution has one already
   */
  boolean add(OpenIdProvider provider, String secret) {
    ProviderMetadata said = provider.metadata();
    return sql.insertOnce(
        "insert into openid_provider (institution_id, name, issuer, client_id, sealed_secret,"
            + " enabled, authorization_endpoint, token_endpoint, jwks_uri, secret_in_body,"
            + " names_itself, checked_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        provider.institutionId(),
        provider.name(),
        provider.issuer(),
        provider.clientId(),
        sealed(secret),
        provider.enabled(),
        said.authorizationEndpoint().toString(),
        said.tokenEndpoint().toString(),
        said.jwksUri().toString(),
        said.secretInBody(),
        said.namesItself(),
        clock.instant());
  }

  /**
   * Changes one.
   *
   * @param secret empty to keep the one it has
   * @return false if somebody else changed it since
   */
  boolean change(OpenIdProvider provider, String secret) {
    ProviderMetadata said = provider.metadata();
    int changed =
        sql.update(
            "update openid_provider set name = ?, issuer = ?, client_id = ?, enabled = ?,"
                + " authorization_endpoint = ?, token_endpoint = ?, jwks_uri = ?,"
                + " secret_in_body = ?, names_itself = ?, checked_at = ?, version = version + 1"
                + " where institution_id = ? and version = ?",
            provider.name(),
            provider.issuer(),
            provider.clientId(),
            provider.enabled(),
            said.authorizationEndpoint().toString(),
            said.tokenEndpoint().toString(),
            said.jwksUri().toString(),
            said.secretInBody(),
            said.namesItself(),
            clock.instant(),
            provider.institutionId(),
            provider.version());
    if (changed == 1 && !secret.isEmpty()) {
      sql.update(
          "update openid_provider set sealed_secret = ? where institution_id = ?",
          sealed(secret),
          provider.institutionId());
    }
    return changed == 1;
  }

  private byte[] sealed(String secret) {
    return sealer.seal(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
  }

  private static OpenIdProvider read(Row row) {
    return new OpenIdProvider(
        row.uuid("institution_id"),
        row.text("name"),
        row.text("issuer"),
        row.text("client_id"),
        row.flag("enabled"),
        new ProviderMetadata(
            URI.create(row.text("authorization_endpoint")),
            URI.create(row.text("token_endpoint")),
            URI.create(row.text("jwks_uri")),
            row.flag("secret_in_body"),
            row.flag("names_itself")),
        row.count("version"));
  }
}
