package org.badgebridge.verification.status;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.badgebridge.verification.proof.Proofs;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Found;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.Served;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/**
 * Whether a badge was revoked or suspended, as its issuer's lists say. A list that is not there,
 * not signed by the issuer or not whole says nothing, neither yes nor no.
 */
public final class Statuses {

  private static final String BITSTRING = "BitstringStatusListEntry";
  private static final String LIST_OF_IDS = "1EdTechRevocationList";

  private static final String ACCEPT =
      "application/vc, application/ld+json, application/json;q=0.9, application/vc+jwt;q=0.8,"
          + " text/plain;q=0.5";

  /** Digits of an index; more than any list has. */
  private static final String INDEX = "[0-9]{1,9}";

  private final Proofs proofs;
  private final RecentLists recent = new RecentLists();

  public Statuses(Proofs proofs) {
    this.proofs = proofs;
  }

  /** Judges a badge. */
  public void check(CredentialJson badge, Visit visit, Instant now, Findings findings) {
    List<JsonObject> entries = badge.statuses();
    if (entries.isEmpty()) {
      findings.warns(Probe.REVOCATION, "status.none");
    }
    for (JsonObject entry : entries.subList(0, Math.min(4, entries.size()))) {
      Probe probe = probe(entry);
      try {
        judge(badge, entry, probe, visit, now, findings);
      } catch (Unreadable fault) {
        findings.unknown(probe, fault.key(), fault.arguments());
      } catch (NotServed silence) {
        findings.unknown(probe, silence.key(), silence.host());
      }
    }
    if (entries.size() > 4) {
      findings.unknown(Probe.REVOCATION, "status.too-many");
    }
    if (findings.outcome(Probe.REVOCATION) == null) {
      findings.warns(Probe.REVOCATION, "status.none");
    }
  }

  private static Probe probe(JsonObject entry) {
    return Members.text(entry, "statusPurpose").equals("suspension")
        ? Probe.SUSPENSION
        : Probe.REVOCATION;
  }

  private void judge(
      CredentialJson badge,
      JsonObject entry,
      Probe probe,
      Visit visit,
      Instant now,
      Findings findings) {
    if (Members.isA(entry, LIST_OF_IDS)) {
      byId(badge, entry, visit, findings);
      return;
    }
    if (!Members.isA(entry, BITSTRING)) {
      findings.unknown(probe, "status.unsupported", String.join(" ", Members.texts(entry, "type")));
      return;
    }
    String purpose = Members.text(entry, "statusPurpose");
    if (!purpose.equals("revocation") && !purpose.equals("suspension")) {
      findings.warns(probe, "status.other-purpose", purpose);
      return;
    }
    String index = Members.text(entry, "statusListIndex");
    String address = Members.text(entry, "statusListCredential");
    if (!index.matches(INDEX) || address.isEmpty()) {
      findings.failed(Probe.FORM, "form.missing", "credentialStatus.statusListIndex");
      findings.unknown(probe, "status.no-list");
      return;
    }
    JsonObject list = list(address, badge.issuerId(), purpose, visit, now);
    boolean set = Bits.isSet(Members.text(list, "encodedList"), Long.parseLong(index));
    boolean suspension = probe == Probe.SUSPENSION;
    if (set) {
      findings.failed(probe, suspension ? "status.suspension.set" : "status.revocation.set");
    } else {
      findings.passed(probe, suspension ? "status.suspension.passed" : "status.revocation.passed");
    }
  }

  /** The subject of a list that holds. */
  private JsonObject list(String address, String issuer, String purpose, Visit visit, Instant now) {
    Served served = visit.get(address, ACCEPT);
    if (!served.ok()) {
      throw new Unreadable("source.missing", Visit.host(address), served.status());
    }
    Found found = new Found(Found.Container.TEXT, served.text().strip(), null);
    CredentialJson list = proofs.credential(found);
    JsonObject subject = list.subject();
    require(Members.isA(list.document(), "BitstringStatusListCredential"), "status.no-list");
    require(Members.isA(subject, "BitstringStatusList"), "status.no-list");
    require(list.id().equals(address), "status.other-list");
    require(list.issuerId().equals(issuer), "status.other-issuer");
    require(Members.texts(subject, "statusPurpose").contains(purpose), "status.purpose");
    require(
        !subject.containsKey("statusSize") || subject.getInt("statusSize", 0) == 1,
        "status.purpose");
    Instant from = list.moment("validFrom");
    Instant until = list.moment("validUntil");
    require(
        (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now)),
        "status.over");
    require(recent.knows(found.text(), now) || signed(found, list, visit, now), "status.unsigned");
    return subject;
  }

  private boolean signed(Found found, CredentialJson list, Visit visit, Instant now) {
    Findings findings = new Findings();
    proofs.check(found, list, visit, now, findings);
    boolean holds = findings.holds(Probe.SIGNATURE) && findings.holds(Probe.KEY);
    if (holds) {
      recent.keep(found.text(), now);
    }
    return holds;
  }

  /** A list of ids in clear text (Open Badges 3.0, deprecated); it is not signed. */
  private static void byId(CredentialJson badge, JsonObject entry, Visit visit, Findings findings) {
    JsonObject list = visit.json(Members.text(entry, "id"));
    require(Members.id(list, "issuer").equals(badge.issuerId()), "status.other-issuer");
    require(list.containsKey("revokedCredential"), "status.no-list");
    for (JsonObject each : Members.objects(list, "revokedCredential")) {
      boolean revoked = !each.containsKey("revoked") || each.getBoolean("revoked", true);
      if (revoked && Members.text(each, "id").equals(badge.id())) {
        String reason = Members.text(each, "revocationReason");
        findings.failed(
            Probe.REVOCATION,
            reason.isEmpty() ? "status.revocation.set" : "status.revoked-because",
            reason);
        return;
      }
    }
    findings.passed(Probe.REVOCATION, "status.revocation.passed");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Unreadable(otherwise);
    }
  }
}
