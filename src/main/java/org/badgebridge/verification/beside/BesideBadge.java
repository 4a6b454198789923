package org.badgebridge.verification.beside;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.badgebridge.verification.proof.Proofs;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.status.Statuses;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/** Says what is known of the members of a badge on which its verdict does not depend. */
public final class BesideBadge {

  private final Endorsements endorsements;

  public BesideBadge(Proofs proofs, Statuses statuses) {
    this.endorsements = new Endorsements(proofs, statuses);
  }

  /**
   * Judges schema, newer copies and endorsements. Comes last: endorsements ask for documents, too,
   * and there is a bound for all of a badge.
   */
  public List<Endorsement> check(
      CredentialJson badge, Visit visit, Instant now, Findings findings) {
    NamedSchema.check(badge, findings);
    newer(badge, findings);
    return endorsements.check(badge, visit, now, findings);
  }

  /** A newer copy is not fetched ({@code refreshService}, VCDM 2.0 §5.4): this one is judged. */
  private static void newer(CredentialJson badge, Findings findings) {
    for (JsonObject each : Members.objects(badge.document(), "refreshService")) {
      String host = Visit.host(Members.text(each, "id"));
      if (host.isEmpty()) {
        findings.warns(Probe.REFRESH, "refresh.nowhere");
      } else {
        findings.warns(Probe.REFRESH, "refresh.not-fetched", host);
      }
    }
  }
}
