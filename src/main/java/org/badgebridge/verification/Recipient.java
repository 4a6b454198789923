package org.badgebridge.verification;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.badgebridge.keys.Digests;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Whether a badge was awarded to one of the e-mail addresses that the reader names, or to a key of
 * its owner. They are compared and forgotten; none is in what is found.
 */
final class Recipient {

  private static final String SHA_256 = "sha256$";

  /** What is found if it names a DID that is not theirs. */
  private static final String OTHER_KEY = "recipient.other-key";

  private static final String MAILTO = "mailto:";

  private final List<String> emails;

  /** Null if the reader asks for addresses only: then a DID is nobody. */
  private final @Nullable Owner owner;

  private String whose = "";

  /** Asks whether it was awarded to whoever has that address. */
  Recipient(String email) {
    this.emails = List.of(email.strip());
    this.owner = null;
  }

  /** Asks whether it was awarded to them; what names anybody else is not theirs. */
  Recipient(Owner owner) {
    this.emails = owner.emails().stream().map(String::strip).toList();
    this.owner = owner;
  }

  /** The address or key to which the badge was awarded; empty until that was found. */
  String whose() {
    return whose;
  }

  /**
   * Open Badges 3.0: {@code IdentityObject}s of the subject, or its id if that is a mailbox or a
   * DID.
   */
  void check(CredentialJson badge, Findings findings) {
    List<JsonObject> addresses =
        Members.objects(badge.subject(), "identifier").stream()
            .filter(each -> Members.text(each, "identityType").equals("emailAddress"))
            .toList();
    String id = Members.text(badge.subject(), "id");
    boolean mailbox = id.toLowerCase(Locale.ROOT).startsWith(MAILTO);
    Stream<Boolean> named =
        addresses.stream()
            .filter(each -> readable(each, "identityHash"))
            .map(each -> matches(each, "identityHash"));
    Stream<Boolean> itself =
        mailbox ? Stream.of(isOne(id.substring(MAILTO.length())::equalsIgnoreCase)) : Stream.of();
    List<Boolean> matches = Stream.concat(named, itself).toList();
    Owner asked = owner;
    if (matches.contains(true) || asked == null || !id.startsWith("did:")) {
      tell(matches, findings);
    } else if (isKeyOf(asked, id)) {
      findings.passed(Probe.RECIPIENT, "recipient.key");
    } else {
      findings.failed(Probe.RECIPIENT, OTHER_KEY);
    }
  }

  private boolean isKeyOf(Owner asked, String did) {
    whose = asked.key(did).orElse("");
    return !whose.isEmpty();
  }

  /** Open Badges 2.0: the recipient. */
  void checkHosted(JsonObject assertion, Findings findings) {
    JsonObject recipient = Members.object(assertion, "recipient");
    boolean address = Members.isA(recipient, "email") && readable(recipient, "identity");
    tell(address ? List.of(matches(recipient, "identity")) : List.of(), findings);
  }

  private static void tell(List<Boolean> matches, Findings findings) {
    if (matches.isEmpty()) {
      findings.unknown(Probe.RECIPIENT, "recipient.nobody");
    } else if (matches.contains(true)) {
      findings.passed(Probe.RECIPIENT, "recipient.passed");
    } else {
      findings.failed(Probe.RECIPIENT, "recipient.other");
    }
  }

  /** In the clear, or hashed in a way that proves something: MD5 does not. */
  private static boolean readable(JsonObject identity, String name) {
    return !identity.getBoolean("hashed", true)
        || Members.text(identity, name).toLowerCase(Locale.ROOT).startsWith(SHA_256);
  }

  /** Issuers hash an address as they have it, or in small letters. */
  private boolean matches(JsonObject identity, String name) {
    String said = Members.text(identity, name);
    if (!identity.getBoolean("hashed", true)) {
      return isOne(said::equalsIgnoreCase);
    }
    String salt = Members.text(identity, "salt");
    return isOne(
        email ->
            Stream.of(email, email.toLowerCase(Locale.ROOT))
                .map(each -> SHA_256 + hex(each + salt))
                .anyMatch(said::equalsIgnoreCase));
  }

  private boolean isOne(Predicate<String> said) {
    Optional<String> found = emails.stream().filter(said).findFirst();
    whose = found.orElse(whose);
    return found.isPresent();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}
