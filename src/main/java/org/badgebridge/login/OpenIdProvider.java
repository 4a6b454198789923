package org.badgebridge.login;

import java.net.URI;
import java.util.UUID;

/**
 * Where people of an institution log in, as its administrator set it up and as the provider
 * described itself then.
 *
 * @param name what people call it: {@code University account}
 * @param metadata what the provider said of itself when it was last looked at
 */
public record OpenIdProvider(
    UUID institutionId,
    String name,
    String issuer,
    String clientId,
    boolean enabled,
    ProviderMetadata metadata,
    long version) {

  /**
   * What a provider says of itself (OpenID Connect Discovery 1.0 §3).
   *
   * @param jwksUri where its keys are
   * @param secretInBody whether it takes the client's secret in the body only ({@code
   *     client_secret_post})
   * @param namesItself whether its answers say who they are from (RFC 9207)
   */
  public record ProviderMetadata(
      URI authorizationEndpoint,
      URI tokenEndpoint,
      URI jwksUri,
      boolean secretInBody,
      boolean namesItself) {}
}
