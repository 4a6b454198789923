package org.badgebridge.verification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.keys.KeyRefused;

/**
 * By what a badge can name somebody whom it should be for.
 *
 * @param emails that they proved to read
 * @param keys thumbprints (RFC 7638) of keys that they proved to hold
 */
public record Owner(List<String> emails, List<String> keys) {

  /** How a key is written where an address can stand (RFC 9278). */
  private static final String URN = "urn:ietf:params:oauth:jwk-thumbprint:sha-256:";

  /** Somebody who is known by addresses and keys, and by what a badge was shown to name before. */
  public Owner and(String recipient) {
    return isKey(recipient)
        ? new Owner(emails, with(recipient.substring(URN.length()), keys))
        : new Owner(with(recipient, emails), keys);
  }

  /** Whether this names a key, not an address. */
  public static boolean isKey(String recipient) {
    return recipient.startsWith(URN);
  }

  /** The name of the key behind a DID, if it is theirs. */
  Optional<String> key(String did) {
    return thumbprint(did).filter(keys::contains).map(each -> URN + each);
  }

  private static Optional<String> thumbprint(String did) {
    try {
      return Optional.of(KeyDid.of(did).thumbprint());
    } catch (KeyRefused e) {
      return Optional.empty(); // of a method that must be asked, or no good key: nobody proved it
    }
  }

  private static List<String> with(String one, List<String> others) {
    return Stream.concat(Stream.of(one), others.stream()).toList();
  }
}
