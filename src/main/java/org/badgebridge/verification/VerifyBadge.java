package org.badgebridge.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.badgebridge.credential.Contexts;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.beside.BesideBadge;
import org.badgebridge.verification.hosted.HostedBadge;
import org.badgebridge.verification.proof.CredentialForm;
import org.badgebridge.verification.proof.Proofs;
import org.badgebridge.verification.reading.BadgeFile;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Found;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.Times;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.PublicSources;
import org.badgebridge.verification.source.Served;
import org.badgebridge.verification.source.Sources;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.status.Statuses;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Verifies any Open Badge. It changes nothing and keeps nothing of what it is given. May call other
 * systems, so never inside a transaction.
 */
@ApplicationScoped
public class VerifyBadge {

  private static final String ACCEPT =
      "application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9,"
          + " application/vc+jwt;q=0.8, application/jwt;q=0.8, text/plain;q=0.5, image/png;q=0.4,"
          + " image/svg+xml;q=0.4, application/pdf;q=0.3";

  private final Sources sources;
  private final Clock clock;
  private final ShowBadge showing;
  private final Proofs proofs;
  private final Statuses statuses;
  private final BesideBadge beside;

  @Inject
  public VerifyBadge(PublicSources sources, PublicOrigin origin, Clock clock) {
    this((Sources) sources, origin, clock);
  }

  public VerifyBadge(Sources sources, PublicOrigin origin, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    this.showing = new ShowBadge(origin);
    this.proofs = new Proofs(Contexts.bundled());
    this.statuses = new Statuses(proofs);
    this.beside = new BesideBadge(proofs, statuses);
  }

  /**
   * Verifies what somebody brings: a file, a text, or the address of either.
   *
   * @param email whose the reader thinks it is; blank if they do not ask
   */
  public Verdict verify(byte[] brought, String email) {
    return new Look(email.isBlank() ? null : new Recipient(email)).at(brought);
  }

  /** The same of a text. */
  public Verdict verify(String brought, String email) {
    return verify(brought.getBytes(StandardCharsets.UTF_8), email);
  }

  /**
   * Verifies what somebody brings to keep it as theirs.
   *
   * @param owner of them; a badge for another address or key is not theirs
   */
  public InspectedBadge inspect(byte[] brought, Owner owner) {
    return new Look(new Recipient(owner)).inspect(brought);
  }

  /** One verification. */
  private final class Look {

    private final Instant now = clock.instant();
    private final Findings findings = new Findings();
    private final Visit visit = new Visit(sources);
    private final @Nullable Recipient recipient;
    private @Nullable ShownBadge shown;
    private List<Endorsement> endorsements = List.of();
    private String document = "";
    private byte[] file = new byte[0];
    private String id = "";
    private String issuer = "";
    private String picture = "";

    Look(@Nullable Recipient recipient) {
      this.recipient = recipient;
    }

    InspectedBadge inspect(byte[] brought) {
      file = brought;
      Verdict verdict = at(brought);
      String whose = recipient == null ? "" : recipient.whose();
      return new InspectedBadge(verdict, file, id, issuer, picture, whose);
    }

    Verdict at(byte[] brought) {
      try {
        Found found = BadgeFile.read(brought);
        judge(found.isAddress() ? fetched(found.text()) : found);
      } catch (Unreadable fault) {
        findings.failed(Probe.FILE, fault.key(), fault.arguments());
      } catch (NotServed silence) {
        findings.unknown(Probe.FILE, silence.key(), silence.host());
      }
      return Verdict.of(findings, now, shown, endorsements, document);
    }

    /** What is at an address. */
    private Found fetched(String address) {
      Served served = visit.get(address, ACCEPT);
      String host = Visit.host(address);
      if (served.passing()) {
        throw NotServed.unreachable(host);
      }
      if (served.status() == 410) {
        return BadgeFile.read(served.body()); // what is left of a revoked one
      }
      if (!served.ok()) {
        throw new Unreadable("source.missing", host, served.status());
      }
      if (served.type().startsWith("text/html")) {
        throw new Unreadable("source.page", host);
      }
      Found found = BadgeFile.read(served.body());
      if (found.isAddress()) {
        throw new Unreadable("file.no-badge");
      }
      file = served.body();
      return found;
    }

    private void judge(Found found) {
      Found.Remark remark = found.remark();
      if (remark == null) {
        findings.passed(Probe.FILE, "file.passed." + found.container());
      } else {
        findings.add(Probe.FILE, remark.outcome(), remark.key());
      }
      if (found.isAddress()) {
        hosted(found.text(), null);
        return;
      }
      if (found.isSelective()) {
        findings.unknown(Probe.FORMAT, "format.unsupported", "SD-JWT");
        return;
      }
      CredentialJson badge = proofs.credential(found);
      document = badge.document().toString();
      if (HostedBadge.isOne(badge.document())) {
        older(found, badge.document());
      } else {
        credential(found, badge);
      }
    }

    private void older(Found found, JsonObject assertion) {
      boolean signed =
          found.isToken()
              || Members.isA(Members.object(assertion, "verification"), "signed", "SignedBadge");
      if (signed) {
        findings.unknown(Probe.FORMAT, "format.unsupported", "Open Badges 2.0, signed");
      } else {
        hosted(Members.text(assertion, "id"), assertion);
      }
    }

    private void hosted(String address, @Nullable JsonObject brought) {
      id = address;
      HostedBadge.Documents documents =
          new HostedBadge(visit, findings).check(address, brought, now);
      if (documents != null) {
        shown = showing.of(documents);
        document = documents.assertion().toString();
        issuer = Members.text(documents.issuer(), "id");
        picture = Members.id(documents.badgeClass(), "image");
        if (recipient != null) {
          recipient.checkHosted(documents.assertion(), findings);
        }
      }
    }

    private void credential(Found found, CredentialJson badge) {
      if (!badge.isBadge() && !badge.document().containsKey("vc")) {
        other(badge.document());
        return;
      }
      id = badge.id();
      issuer = badge.issuerId();
      picture = Members.id(badge.achievement(), "image");
      proofs.check(found, badge, visit, now, findings);
      if (findings.outcome(Probe.FORMAT) == Outcome.UNKNOWN) {
        return; // of a kind that we do not judge
      }
      shown = showing.of(badge);
      CredentialForm.check(badge, findings);
      Times.check(badge.document(), "validFrom", "validUntil", now, findings);
      statuses.check(badge, visit, now, findings);
      if (recipient != null) {
        recipient.check(badge, findings);
      }
      endorsements = beside.check(badge, visit, now, findings);
    }

    /** No Open Badge of the second or third generation. */
    private void other(JsonObject document) {
      if (Members.isA(document, "VerifiableCredential")) {
        findings.unknown(Probe.FORMAT, "format.no-badge");
      } else if (document.containsKey("verify") && document.containsKey("badge")) {
        findings.unknown(Probe.FORMAT, "format.unsupported", "Open Badges 1");
      } else {
        throw new Unreadable("file.no-badge");
      }
    }
  }
}
