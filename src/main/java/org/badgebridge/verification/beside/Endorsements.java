package org.badgebridge.verification.beside;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.verification.proof.CredentialForm;
import org.badgebridge.verification.proof.Proofs;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Found;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.Times;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.status.Statuses;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Endorsement.About;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who endorses a badge, its achievement or its issuer (Open Badges 3.0 §B.1.4): each
 * endorsement is a credential of its own, an object with a proof inside ({@code endorsement}) or a
 * token ({@code endorsementJwt}), with its own signature, dates and status. Keys are found by the
 * same rules as those of badges. Endorsements of endorsers are not looked at.
 */
final class Endorsements {

  /** How many of one badge are verified. */
  private static final int MOST = 5;

  private static final int LINE = 200;
  private static final int COMMENT = 1_000;

  private static final Check NO_SIGNATURE =
      Check.of(Probe.ENDORSEMENTS, Outcome.UNKNOWN, "endorsement.unknown");

  /** Why there is no key tells more than that without one nothing can be checked. */
  private static final Comparator<Check> TELLING =
      Comparator.comparing(Check::outcome)
          .thenComparing(each -> !each.key().equals("verification.signature.no-key"));

  private final Proofs proofs;
  private final Statuses statuses;

  Endorsements(Proofs proofs, Statuses statuses) {
    this.proofs = proofs;
    this.statuses = statuses;
  }

  /**
   * One as it is written.
   *
   * @param about the ids that one at this place may be about
   */
  private record Written(String text, Map<About, String> about) {}

  /** Judges the first few, and sums up; empty if there are none. */
  List<Endorsement> check(CredentialJson badge, Visit visit, Instant now, Findings findings) {
    List<Written> all = written(badge);
    List<Endorsement> judged =
        all.stream().limit(MOST).map(each -> judge(each, visit, now)).toList();
    long hold = judged.stream().filter(Endorsement::holds).count();
    if (all.size() > MOST) {
      findings.unknown(Probe.ENDORSEMENTS, "endorsements.too-many", all.size(), MOST);
    } else if (judged.stream().anyMatch(each -> each.outcome() == Outcome.UNKNOWN)) {
      findings.unknown(Probe.ENDORSEMENTS, "endorsements.unknown", all.size(), hold);
    } else if (hold < judged.size()) {
      findings.warns(Probe.ENDORSEMENTS, "endorsements.false", all.size(), hold);
    } else if (!judged.isEmpty()) {
      findings.passed(Probe.ENDORSEMENTS, "endorsements.passed", all.size());
    }
    return judged;
  }

  private static List<Written> written(CredentialJson badge) {
    Map<About, String> about = new EnumMap<>(About.class);
    about.put(About.BADGE, badge.id());
    about.put(About.ACHIEVEMENT, Members.text(badge.achievement(), "id"));
    about.put(About.ISSUER, badge.issuerId());
    about.values().removeIf(String::isEmpty);
    List<Written> all = new ArrayList<>(at(badge.document(), about));
    all.addAll(at(badge.achievement(), only(About.ACHIEVEMENT, about)));
    all.addAll(at(badge.issuer(), only(About.ISSUER, about)));
    return all;
  }

  private static Map<About, String> only(About one, Map<About, String> all) {
    String id = all.get(one);
    return id == null ? Map.of() : Map.of(one, id);
  }

  private static List<Written> at(JsonObject place, Map<About, String> about) {
    List<JsonValue> values = new ArrayList<>(Members.all(place, "endorsement"));
    values.addAll(Members.all(place, "endorsementJwt"));
    return values.stream()
        .map(each -> each instanceof JsonString text ? text.getString() : each.toString())
        .map(text -> new Written(text.strip(), about))
        .toList();
  }

  private Endorsement judge(Written written, Visit visit, Instant now) {
    Findings findings = new Findings();
    CredentialJson credential = null;
    About about = null;
    try {
      Found found = new Found(Found.Container.TEXT, written.text(), null);
      credential = proofs.credential(found);
      about = about(credential, written);
      form(credential, about);
      proofs.check(found, credential, visit, now, findings);
      Times.check(credential.document(), "validFrom", "validUntil", now, findings);
      statuses.check(credential, visit, now, findings);
    } catch (Unreadable fault) {
      findings.failed(Probe.FORM, fault.key(), fault.arguments());
    }
    return shown(credential, about, result(credential, findings));
  }

  private static @Nullable About about(CredentialJson credential, Written written) {
    String subject = Members.text(credential.subject(), "id");
    return written.about().entrySet().stream()
        .filter(each -> each.getValue().equals(subject))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static void form(CredentialJson credential, @Nullable About about) {
    if (!Members.isA(credential.document(), "EndorsementCredential")
        || !Members.isA(credential.subject(), "EndorsementSubject")) {
      throw new Unreadable("endorsement.none");
    }
    if (about == null) {
      throw new Unreadable("endorsement.of-other");
    }
    CredentialForm.unambiguous(credential.document());
  }

  /** The worst of what was found; nothing holds without a signature of the endorser. */
  private static Check result(@Nullable CredentialJson credential, Findings findings) {
    Check worst = findings.checks().stream().max(TELLING).orElse(NO_SIGNATURE);
    if (worst.outcome() == Outcome.FAILED || worst.outcome() == Outcome.UNKNOWN) {
      return worst;
    }
    if (!findings.holds(Probe.SIGNATURE) || !findings.holds(Probe.KEY) || credential == null) {
      return NO_SIGNATURE;
    }
    String domain = Proofs.domain(credential.issuerId());
    return domain.isEmpty()
        ? Check.of(Probe.ENDORSEMENTS, Outcome.WARNING, "endorsement.of-a-key")
        : Check.of(Probe.ENDORSEMENTS, Outcome.PASSED, "endorsement.passed", domain);
  }

  /** What it says of itself, made fit for a page. */
  private static Endorsement shown(
      @Nullable CredentialJson credential, @Nullable About about, Check result) {
    if (credential == null) {
      return new Endorsement("", "", "", about, "", result);
    }
    String comment = Members.text(credential.subject(), "endorsementComment");
    return new Endorsement(
        line(Members.text(credential.document(), "name")),
        line(Members.text(credential.issuer(), "name")),
        Proofs.domain(credential.issuerId()),
        about,
        cut(PlainText.paragraphs(comment), COMMENT),
        result);
  }

  private static String line(String text) {
    return cut(PlainText.line(text), LINE);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
