package org.badgebridge.verification.hosted;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.SafeJson;
import org.badgebridge.verification.reading.Times;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.Served;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an Open Badges 2.0 assertion that is hosted. There is no signature: only what the issuer
 * serves at the assertion's own address counts, and what somebody brings merely tells the address
 * (Open Badges 2.0, Hosted Verification).
 */
public final class HostedBadge {

  /** Its JSON-LD context. */
  public static final String CONTEXT = "https://w3id.org/openbadges/v2";

  private final Visit visit;
  private final Findings findings;

  public HostedBadge(Visit visit, Findings findings) {
    this.visit = visit;
    this.findings = findings;
  }

  /** The three documents, as the issuer serves them. */
  public record Documents(JsonObject assertion, JsonObject badgeClass, JsonObject issuer) {}

  /** Whether a document is one of that generation. */
  public static boolean isOne(JsonObject document) {
    return Members.texts(document, "@context").contains(CONTEXT)
        || (Members.isA(document, "Assertion") && document.containsKey("badge"));
  }

  /**
   * Judges what is at an address.
   *
   * @param brought what somebody brought; null if they brought the address only
   * @return what is served; null if it is not, or not to be understood
   */
  public @Nullable Documents check(String address, @Nullable JsonObject brought, Instant now) {
    findings.passed(Probe.FORMAT, "format.hosted");
    try {
      JsonObject assertion = assertion(address, brought);
      if (assertion == null) {
        return null;
      }
      JsonObject badgeClass = part(assertion, "badge");
      JsonObject issuer = issuer(badgeClass);
      form(assertion, badgeClass, issuer);
      scope(address, Members.id(assertion, "badge"), issuer);
      Times.check(assertion, "issuedOn", "expires", now, findings);
      return new Documents(assertion, badgeClass, issuer);
    } catch (Unreadable fault) {
      findings.failed(Probe.HOSTED, fault.key(), fault.arguments());
    } catch (NotServed silence) {
      findings.unknown(Probe.HOSTED, silence.key(), silence.host());
    }
    return null;
  }

  private @Nullable JsonObject assertion(String address, @Nullable JsonObject brought) {
    Served served = visit.get(address, Visit.JSON);
    if (served.passing()) {
      throw NotServed.unreachable(Visit.host(address));
    }
    if (served.status() == 410) {
      revoked(reason(served));
      return null;
    }
    if (!served.ok()) {
      throw new Unreadable("source.missing", Visit.host(address), served.status());
    }
    if (!served.type().matches("(?i)application/(ld\\+)?json.*")) {
      throw new Unreadable("hosted.type", served.type());
    }
    JsonObject assertion = SafeJson.object(served.text());
    if (assertion.getBoolean("revoked", false)) {
      revoked(Members.text(assertion, "revocationReason"));
      return null;
    }
    findings.passed(Probe.REVOCATION, "hosted.not-revoked");
    if (!Members.text(assertion, "id").equals(address)) {
      throw new Unreadable("hosted.other", Members.text(assertion, "id"));
    }
    if (brought != null && !brought.equals(assertion)) {
      findings.warns(Probe.HOSTED, "hosted.differs");
    }
    findings.passed(Probe.HOSTED, "hosted.passed", Visit.host(address));
    return assertion;
  }

  private void revoked(String reason) {
    findings.failed(
        Probe.REVOCATION,
        reason.isEmpty() ? "status.revocation.set" : "status.revoked-because",
        reason);
  }

  private static String reason(Served served) {
    try {
      return Members.text(SafeJson.object(served.text()), "revocationReason");
    } catch (Unreadable e) {
      return ""; // gone is gone, whatever it says
    }
  }

  /** A document named by its address, or written in. */
  private JsonObject part(JsonObject whole, String name) {
    if (whole.get(name) instanceof JsonString address) {
      JsonObject part = visit.json(address.getString());
      if (!Members.text(part, "id").equals(address.getString())) {
        throw new Unreadable("hosted.other", address.getString());
      }
      return part;
    }
    return Members.object(whole, name);
  }

  /** Always from its own address: written in by others, it could allow them anything. */
  private JsonObject issuer(JsonObject badgeClass) {
    String address = Members.id(badgeClass, "issuer");
    JsonObject issuer = visit.json(address);
    if (!Members.text(issuer, "id").equals(address)) {
      throw new Unreadable("hosted.other", address);
    }
    return issuer;
  }

  private void form(JsonObject assertion, JsonObject badgeClass, JsonObject issuer) {
    JsonObject verification = Members.object(assertion, "verification");
    try {
      demand(Members.texts(assertion, "@context").contains(CONTEXT), "@context");
      demand(Members.isA(assertion, "Assertion"), "type");
      demand(Members.isA(verification, "hosted", "HostedBadge"), "verification");
      demand(!Members.object(assertion, "recipient").isEmpty(), "recipient");
      demand(Members.moment(assertion, "issuedOn") != null, "issuedOn");
      demand(Members.isA(badgeClass, "BadgeClass"), "badge");
      for (String name : List.of("id", "name", "description")) {
        demand(!Members.text(badgeClass, name).isEmpty(), "badge." + name);
      }
      demand(Members.isA(issuer, "Issuer", "Profile"), "issuer");
      demand(!Members.text(issuer, "id").isEmpty(), "issuer.id");
      demand(!Members.text(issuer, "name").isEmpty(), "issuer.name");
      findings.passed(Probe.FORM, "form.passed");
    } catch (Unreadable fault) {
      findings.failed(Probe.FORM, fault.key(), fault.arguments());
    }
  }

  private static void demand(boolean there, String what) {
    if (!there) {
      throw new Unreadable("form.missing", what);
    }
  }

  /** Whether the issuer lets these addresses speak for it; by default those of its own host. */
  private void scope(String assertion, String badgeClass, JsonObject issuer) {
    JsonObject verification = Members.object(issuer, "verification");
    List<String> starts = Members.texts(verification, "startsWith");
    List<String> hosts = Members.texts(verification, "allowedOrigins");
    String home = authority(Members.text(issuer, "id"));
    List<String> allowed = hosts.isEmpty() ? List.of(home) : hosts;
    boolean ours =
        starts.isEmpty()
            ? allowed.contains(authority(assertion))
            : starts.stream().anyMatch(assertion::startsWith);
    boolean badge =
        badgeClass.isEmpty()
            || authority(badgeClass).equals(home)
            || allowed.contains(authority(badgeClass));
    if (home.isEmpty() || !ours || !badge) {
      findings.failed(Probe.SCOPE, "scope.failed", Visit.host(assertion), home);
    } else {
      findings.passed(Probe.SCOPE, "scope.passed", home);
    }
  }

  private static String authority(String address) {
    try {
      return Objects.requireNonNullElse(new URI(address).getRawAuthority(), "");
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
