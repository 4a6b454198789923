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

/** Makes, changes and archives issuer groups. Asks nobody for rights: callers do. */
@ApplicationScoped
public class KeepIssuerGroup {

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepIssuerGroup(
      Institutions institutions, IssuerGroups groups, AuditTrail audit, Clock clock) {
    this.institutions = institutions;
    this.groups = groups;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes one.
   *
   * @throws InvalidFields with every fault
   */
  @Transactional
  public IssuerGroup create(UUID institutionId, GroupSettings settings, Actor actor) {
    Locale language = institutions.locked(institutionId).defaultLocale();
    check(institutionId, null, settings, language);
    IssuerGroup made = new IssuerGroup(institutionId, settings, language, clock.instant());
    groups.add(made);
    record(made, actor, "issuer-group.created");
    return made;
  }

  /**
   * Changes one.
   *
   * @param version of what was shown when the settings were typed
   * @throws InvalidFields with every fault
   * @throws org.badgebridge.problem.ProblemException CONFLICT if somebody else changed it since
   */
  @Transactional
  public void edit(UUID id, long version, GroupSettings settings, Actor actor) {
    Locale language = institutions.locked(groups.institutionOf(id)).defaultLocale();
    IssuerGroup group = groups.get(id);
    EditInstitution.requireSame(group.version(), version);
    check(group.institutionId(), id, settings, language);
    group.settle(settings, language);
    record(group, actor, "issuer-group.edited");
  }

  /** Ends its use, or brings it back; what it has stays. */
  @Transactional
  public void archive(UUID id, boolean archived, Actor actor) {
    institutions.locked(groups.institutionOf(id));
    IssuerGroup group = groups.get(id);
    if (group.archive(archived, clock.instant())) {
      record(group, actor, archived ? "issuer-group.archived" : "issuer-group.restored");
    }
  }

  private void check(
      UUID institutionId, @Nullable UUID id, GroupSettings settings, Locale language) {
    List<FieldFault> faults = settings.faults(language);
    String name = settings.naming().name(language);
    if (groups.of(institutionId).stream()
        .anyMatch(each -> each.name().equals(name) && !each.id().equals(id))) {
      faults.add(FieldFault.of("name-" + language.toLanguageTag(), "institution.fault.taken"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  private void record(IssuerGroup group, Actor actor, String action) {
    audit.record(group.institutionId(), actor, action, "issuer-group", group.id(), null);
  }
}
