package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes or changes a type of an institution's own. */
@ApplicationScoped
public class SaveType {

  private final GrammarRows rows;
  private final VisualGrammars grammars;
  private final AuditTrail audit;

  @Inject
  public SaveType(GrammarRows rows, VisualGrammars grammars, AuditTrail audit) {
    this.rows = rows;
    this.grammars = grammars;
    this.audit = audit;
  }

  /**
   * Takes over a draft.
   *
   * @param slug of the type to change, or null for a new one
   * @param seen the version that was changed; of a new one anything
   * @return its slug
   * @throws InvalidFields with every fault, among them a shape that another active type has
   * @throws ProblemException NOT_FOUND, or CONFLICT if somebody changed it meanwhile
   */
  @Transactional
  public String save(
      UUID institutionId, @Nullable String slug, TypeDraft draft, long seen, Actor actor) {
    List<StoredType> all = rows.typesToChange(institutionId);
    StoredType old =
        slug == null
            ? null
            : all.stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "drawing.none"));
    boolean active = old == null || old.isActive();
    List<BadgeType> others =
        grammars.of(institutionId).types().stream()
            .filter(each -> active && !each.slug().equals(slug))
            .toList();
    List<FieldFault> faults = draft.faults(others);
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    StoredType saved = old == null ? added(institutionId, draft, all) : changed(old, draft, seen);
    rows.write();
    String deed = old == null ? "badge-type.created" : "badge-type.edited";
    audit.record(institutionId, actor, deed, "badge-type", saved.id(), null);
    return saved.slug();
  }

  private StoredType added(UUID institutionId, TypeDraft draft, List<StoredType> all) {
    String slug =
        EntryWords.slug(
            draft.names(), "type", taken -> all.stream().anyMatch(e -> e.slug().equals(taken)));
    int last = all.get(all.size() - 1).place();
    StoredType type = new StoredType(institutionId, slug, draft, last + 1);
    rows.add(type);
    return type;
  }

  private static StoredType changed(StoredType type, TypeDraft draft, long seen) {
    type.unchangedSince(seen);
    type.change(draft);
    return type;
  }
}
