package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Enters one badge class into the catalogue, in a transaction of its own. */
@ApplicationScoped
public class EnterBadgeClass {

  private final CatalogueIndex index;

  @Inject
  EnterBadgeClass(CatalogueIndex index) {
    this.index = index;
  }

  /** Does so; doing it twice changes nothing more. */
  @Transactional
  public void enter(UUID badgeClassId) {
    index.enter(badgeClassId);
  }
}
