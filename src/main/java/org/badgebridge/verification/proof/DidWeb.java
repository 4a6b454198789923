package org.badgebridge.verification.proof;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.badgebridge.verification.reading.Unreadable;

/** Where the document behind a DID of the method {@code did:web} is. */
final class DidWeb {

  static final String METHOD = "did:web:";

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

  private DidWeb() {}

  /**
   * The address: {@code did:web:h:a:b} is at {@code https://h/a/b/did.json} (did:web §3.2).
   *
   * @throws Unreadable if it is no such DID
   */
  static String address(String did) {
    String[] parts = did.substring(METHOD.length()).split(":", -1);
    String host = decoded(parts[0]);
    if (!HOST.matcher(host).matches()) {
      throw new Unreadable("key.no-did", did);
    }
    StringBuilder address = new StringBuilder("https://").append(host);
    for (int i = 1; i < parts.length; i++) {
      if (!SEGMENT.matcher(parts[i]).matches() || parts[i].startsWith("..")) {
        throw new Unreadable("key.no-did", did);
      }
      address.append('/').append(parts[i]);
    }
    return address.append(parts.length == 1 ? "/.well-known/did.json" : "/did.json").toString();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
