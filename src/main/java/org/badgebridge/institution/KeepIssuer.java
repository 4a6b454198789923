package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/** Makes, changes and archives issuers. Asks nobody for rights: callers do. */
@ApplicationScoped
public class KeepIssuer {

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final Issuers issuers;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepIssuer(
      Institutions institutions,
      IssuerGroups groups,
      Issuers issuers,
      AuditTrail audit,
      Clock clock) {
    this.institutions = institutions;
    this.groups = groups;
    this.issuers = issuers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes one; its first key comes with the first badge it signs.
   *
   * @throws InvalidFields with every fault
   */
  @Transactional
  public Issuer create(UUID institutionId, IssuerSettings settings, Actor actor) {
    Locale language = institutions.locked(institutionId).defaultLocale();
    check(institutionId, null, settings, language);
    Issuer made = new Issuer(institutionId, settings, language, clock.instant());
    issuers.add(made);
    record(made, actor, "issuer.created");
    return made;
  }

  /**
   * Changes one. What it signed before keeps what it said then.
   *
   * @param version of what was shown when the settings were typed
   * @throws InvalidFields with every fault
   * @throws org.badgebridge.problem.ProblemException CONFLICT if somebody else changed it since
   */
  @Transactional
  public void edit(UUID id, long version, IssuerSettings settings, Actor actor) {
    Locale language = institutions.locked(issuers.institutionOf(id)).defaultLocale();
    Issuer issuer = issuers.get(id);
    EditInstitution.requireSame(issuer.version(), version);
    check(issuer.institutionId(), id, settings, language);
    issuer.settle(settings, language);
    record(issuer, actor, "issuer.edited");
  }

  /** Ends its use, or brings it back; its badges stay valid. */
  @Transactional
  public void archive(UUID id, boolean archived, Actor actor) {
    institutions.locked(issuers.institutionOf(id));
    Issuer issuer = issuers.get(id);
    if (issuer.archive(archived, clock.instant())) {
      record(issuer, actor, archived ? "issuer.archived" : "issuer.restored");
    }
  }

  private void check(
      UUID institutionId, @Nullable UUID id, IssuerSettings settings, Locale language) {
    List<FieldFault> faults = settings.faults(language);
    String name = settings.naming().name(language);
    if (issuers.of(institutionId).stream()
        .anyMatch(each -> each.name().equals(name) && !each.id().equals(id))) {
      faults.add(FieldFault.of("name-" + language.toLanguageTag(), "institution.fault.taken"));
    }
    UUID group = settings.groupId();
    if (group != null
        && groups.find(group).filter(g -> g.institutionId().equals(institutionId)).isEmpty()) {
      faults.add(FieldFault.of("group", "institution.fault.group"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  private void record(Issuer issuer, Actor actor, String action) {
    audit.record(issuer.institutionId(), actor, action, "issuer", issuer.id(), null);
  }
}
