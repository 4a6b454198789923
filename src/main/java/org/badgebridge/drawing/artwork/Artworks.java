package org.badgebridge.drawing.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The pictures of institutions. One never changes, so what was read once is kept for a while; that
 * is right on every node.
 */
@ApplicationScoped
public class Artworks {

  /** Scaled pictures that are kept, each of some hundred kilobytes. */
  private static final int KEPT = 40;

  private final Sql sql;
  private final Clock clock;
  private final Map<Key, Artwork> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Artwork> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(UUID id, int pixels) {}

  @Inject
  public Artworks(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Keeps a picture; the same one of the same institution is kept once. Joins the caller's
   * transaction.
   *
   * @return its id
   */
  public UUID store(UUID institutionId, Artwork artwork, Actor actor) {
    byte[] png = artwork.png();
    String digest = HexFormat.of().formatHex(Digests.sha256(png));
    sql.insertOnce(
        "insert into artwork (id, institution_id, sha256, png, created_at, created_by)"
            + " values (?, ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        institutionId,
        digest,
        png,
        clock.instant(),
        actor.kind() + " " + actor.id());
    return sql.first(
            "select id from artwork where institution_id = ? and sha256 = ?",
            row -> row.uuid("id"),
            institutionId,
            digest)
        .orElseThrow();
  }

  /** The picture of that id. */
  public Optional<Artwork> find(UUID id) {
    return sql.first("select png from artwork where id = ?", row -> row.bytes("png"), id)
        .map(Artwork::stored);
  }

  /** Whether the picture is that institution's. */
  public boolean belongs(UUID id, UUID institutionId) {
    return sql.first(
            "select id from artwork where id = ? and institution_id = ?",
            row -> row.uuid("id"),
            id,
            institutionId)
        .isPresent();
  }

  /**
   * The picture with at most so many pixels on each side.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public Artwork scaled(UUID id, int pixels) {
    Key key = new Key(id, pixels);
    synchronized (kept) {
      Artwork known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Artwork scaled =
        find(id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"))
            .within(pixels);
    synchronized (kept) {
      kept.put(key, scaled);
    }
    return scaled;
  }
}
