package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Translated;

/** Makes a new version of an institution's terms. Asks nobody for rights: callers do. */
@ApplicationScoped
public class PublishTerms {

  static final int LONGEST = 20_000;

  private final Institutions institutions;
  private final TermsBook book;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public PublishTerms(Institutions institutions, TermsBook book, AuditTrail audit, Clock clock) {
    this.institutions = institutions;
    this.book = book;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes; the first version always asks.
   *
   * @param after the number of the version that was shown when this was typed, 0 for none
   * @throws InvalidFields with every fault
   * @throws ProblemException CONFLICT if somebody else published since
   */
  @Transactional
  public Terms publish(
      UUID institutionId, int after, Translated texts, boolean askAgain, Actor actor) {
    Institution institution = institutions.locked(institutionId);
    int last = book.current(institutionId).map(Terms::number).orElse(0);
    if (last != after) {
      throw new ProblemException(ProblemType.CONFLICT, "institution.changed-meanwhile");
    }
    check(institution, texts);
    Terms made =
        new Terms(
            institutionId,
            last + 1,
            texts,
            askAgain || last == 0,
            Objects.requireNonNull(actor.id()),
            clock.instant());
    book.add(made);
    audit.record(
        institutionId, actor, "terms.published", "terms", made.id(), "version " + made.number());
    return made;
  }

  private static void check(Institution institution, Translated texts) {
    List<FieldFault> faults = new ArrayList<>();
    String language = institution.defaultLocale().toLanguageTag();
    if (texts.exactly(language).isEmpty()) {
      faults.add(FieldFault.of("text-" + language, "institution.fault.terms"));
    }
    texts
        .texts()
        .forEach(
            (tag, text) -> {
              if (text.length() > LONGEST) {
                faults.add(FieldFault.of("text-" + tag, "institution.fault.too-long", LONGEST));
              }
            });
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }
}
