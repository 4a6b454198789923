package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Switches types and themes on and off, and puts them in order; built-in ones too. */
@ApplicationScoped
public class ArrangeGrammar {

  private final GrammarRows rows;
  private final AuditTrail audit;

  /** What is done to one of them. */
  public enum Deed {
    /** Offer it for new badges. */
    ON,
    /** Offer it no more; badges that have it keep it. */
    OFF,
    /** One place towards the beginning. */
    UP
  }

  @Inject
  public ArrangeGrammar(GrammarRows rows, AuditTrail audit) {
    this.rows = rows;
    this.audit = audit;
  }

  /**
   * Does it; what is so already stays so.
   *
   * @throws ProblemException NOT_FOUND; CONFLICT if it is the last one that is on
   * @throws org.badgebridge.problem.InvalidFields if another active type has the shape by now
   */
  @Transactional
  public void arrange(UUID institutionId, Kind kind, String slug, Deed deed, Actor actor) {
    List<StoredEntry> all =
        new ArrayList<>(
            kind == Kind.TYPE
                ? rows.typesToChange(institutionId)
                : rows.themesToChange(institutionId));
    StoredEntry entry =
        all.stream()
            .filter(each -> each.slug().equals(slug))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "drawing.none"));
    if (deed == Deed.UP) {
      raise(all, entry);
    } else {
      switchTo(all, entry, deed == Deed.ON);
    }
    rows.write();
    String subject = kind == Kind.TYPE ? "badge-type" : "badge-theme";
    String done =
        switch (deed) {
          case ON -> ".switched-on";
          case OFF -> ".switched-off";
          case UP -> ".moved";
        };
    audit.record(institutionId, actor, subject + done, subject, entry.id(), null);
  }

  private static void switchTo(List<StoredEntry> all, StoredEntry entry, boolean on) {
    long active = all.stream().filter(StoredEntry::isActive).count();
    if (!on && entry.isActive() && active == 1) {
      throw new ProblemException(ProblemType.CONFLICT, "drawing.last-one");
    }
    entry.switchTo(on);
  }

  private static void raise(List<StoredEntry> all, StoredEntry entry) {
    int at = all.indexOf(entry);
    if (at > 0) {
      Collections.swap(all, at, at - 1);
    }
    for (int i = 0; i < all.size(); i++) {
      all.get(i).moveTo(i);
    }
  }
}
