package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.identity.Actor;

/** Keeps a picture that was drawn anew. */
@ApplicationScoped
public class KeepArtwork {

  private final Artworks artworks;
  private final AuditTrail audit;

  @Inject
  public KeepArtwork(Artworks artworks, AuditTrail audit) {
    this.artworks = artworks;
    this.audit = audit;
  }

  /**
   * Keeps it for an institution.
   *
   * @return its id; of the same picture always the same
   */
  @Transactional
  public UUID keep(UUID institutionId, Artwork artwork, Actor actor) {
    UUID id = artworks.store(institutionId, artwork, actor);
    audit.record(institutionId, actor, "artwork.uploaded", "artwork", id, null);
    return id;
  }
}
