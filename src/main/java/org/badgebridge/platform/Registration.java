package org.badgebridge.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a registration, wherever they come from: a file, a form, or the platform itself.
 *
 * @param authAudience audience of client assertions, or null for the token address
 * @param serviceHosts hosts of services besides those of the addresses
 * @param deploymentIds deployments to switch on at once
 */
record Registration(
    String name,
    Product product,
    String issuer,
    String clientId,
    String authLoginUrl,
    String authTokenUrl,
    @Nullable String authAudience,
    String keySetUrl,
    List<String> serviceHosts,
    List<String> deploymentIds) {

  /** Whether all but the deployments are the same. */
  boolean sameConnection(Registration other) {
    return name.equals(other.name)
        && product == other.product
        && authLoginUrl.equals(other.authLoginUrl)
        && authTokenUrl.equals(other.authTokenUrl)
        && Objects.equals(authAudience, other.authAudience)
        && keySetUrl.equals(other.keySetUrl)
        && serviceHosts.equals(other.serviceHosts);
  }

  /** The words of a text field. */
  static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }

  /** The lines of a text field: deployment ids may hold blanks. */
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }
}
