package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The links, and the only place that says whose they are: whose badge or collection it is, theirs
 * is the link.
 */
@ApplicationScoped
public class ShareViews {

  private static final String OWN =
      "(select v.id, v.created_at, c.id as badge, null as name from share_view v"
          + " join credential c on c.id = v.credential_id where c.person_id = ?"
          + " union all select v.id, v.created_at, null, b.name from share_view v"
          + " join badge_collection b on b.id = v.collection_id where b.person_id = ?) o";

  private final EntityManager entityManager;
  private final Sql sql;

  @Inject
  public ShareViews(EntityManager entityManager, Sql sql) {
    this.entityManager = entityManager;
    this.sql = sql;
  }

  /**
   * A link and what it leads to.
   *
   * @param name of the badge or the collection
   * @param path of its links
   */
  public record Line(ShareView view, String name, String path) {

    /** Whether it leads to a collection. */
    public boolean toCollection() {
      return view.collectionId() != null;
    }
  }

  /**
   * One page of them.
   *
   * @param next the key of the next page; null on the last
   */
  public record Slice(List<Line> lines, @Nullable UUID next) {}

  /** Those of one badge, the newest first. */
  public List<ShareView> ofCredential(UUID credentialId) {
    return of("credentialId", credentialId);
  }

  /** Those of one collection, the newest first. */
  public List<ShareView> ofCollection(UUID collectionId) {
    return of("collectionId", collectionId);
  }

  private List<ShareView> of(String target, UUID id) {
    return entityManager
        .createQuery(
            "select v from ShareView v where v."
                + target
                + " = :id order by v.createdAt desc, v.id",
            ShareView.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** How many of one badge lead to it at a moment. */
  public long open(UUID credentialId, Instant now) {
    return open("credentialId", credentialId, now);
  }

  /** How many of one collection lead to it at a moment. */
  public long openOfCollection(UUID collectionId, Instant now) {
    return open("collectionId", collectionId, now);
  }

  private long open(String target, UUID id, Instant now) {
    return entityManager
        .createQuery(
            "select count(v) from ShareView v where v."
                + target
                + " = :id and v.endedAt is null and v.expiresAt > :now",
            Long.class)
        .setParameter("id", id)
        .setParameter("now", now)
        .getSingleResult();
  }

  /**
   * Those of a person, the newest first.
   *
   * @param after the key of the page, null for the first
   */
  public Slice ofPerson(UUID personId, @Nullable UUID after, int size) {
    List<@Nullable Object> asked = new ArrayList<>(Arrays.asList(personId, personId));
    String beyond = "";
    if (after != null && isOf(after, personId)) {
      Instant last = entityManager.find(ShareView.class, after).createdAt();
      beyond = " where created_at < ? or (created_at = ? and id > ?)";
      asked.addAll(Arrays.asList(last, last, after));
    }
    List<Key> found =
        sql.list(
            "select id, badge, name from "
                + OWN
                + beyond
                + (" order by created_at desc, id fetch first " + (size + 1) + " rows only"),
            Key::read,
            asked.toArray());
    return found.size() <= size
        ? new Slice(lines(found), null)
        : new Slice(lines(found.subList(0, size)), found.get(size - 1).id());
  }

  private record Key(UUID id, @Nullable UUID badge, @Nullable String name) {

    static Key read(Row row) {
      return new Key(row.uuid("id"), row.optionalUuid("badge"), row.optionalText("name"));
    }
  }

  private List<Line> lines(List<Key> keys) {
    Map<UUID, ShareView> views = new HashMap<>();
    byIds(ShareView.class, keys.stream().map(Key::id).toList())
        .forEach(each -> views.put(each.id(), each));
    Map<UUID, Credential> badges = new HashMap<>();
    byIds(Credential.class, keys.stream().map(Key::badge).filter(Objects::nonNull).toList())
        .forEach(each -> badges.put(each.id(), each));
    List<Line> lines = new ArrayList<>();
    for (Key each : keys) {
      ShareView view = views.get(each.id());
      if (view != null) {
        lines.add(line(view, each, badges.get(each.badge())));
      }
    }
    return lines;
  }

  private static Line line(ShareView view, Key key, @Nullable Credential badge) {
    return badge == null
        ? new Line(
            view,
            Objects.requireNonNullElse(key.name(), ""),
            CollectionLinksPage.path(Objects.requireNonNull(view.collectionId())))
        : new Line(view, IssuedBadge.read(badge).name(), BadgeLinksPage.path(badge.awardId()));
  }

  private <T> List<T> byIds(Class<T> type, List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : entityManager
            .createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** The one to which an address leads, whether or not it still does. */
  public Optional<ShareView> byToken(String token) {
    return entityManager
        .createQuery("select v from ShareView v where v.digest = :digest", ShareView.class)
        .setParameter("digest", Digests.sha256(token))
        .getResultStream()
        .findFirst();
  }

  /**
   * One of a person's own, to change: others who want to wait.
   *
   * @throws ProblemException NOT_FOUND if it is not theirs
   */
  ShareView lockedOfOwner(UUID id, UUID personId) {
    if (!isOf(id, personId)) {
      throw missing();
    }
    ShareView view = entityManager.find(ShareView.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (view == null) {
      throw missing();
    }
    entityManager.refresh(view);
    return view;
  }

  private boolean isOf(UUID id, UUID personId) {
    return sql.first(
            "select v.id from share_view v left join credential c on c.id = v.credential_id"
                + " left join badge_collection b on b.id = v.collection_id"
                + " where v.id = ? and coalesce(c.person_id, b.person_id) = ?",
            row -> row.uuid("id"),
            id,
            personId)
        .isPresent();
  }

  void add(ShareView view) {
    entityManager.persist(view);
    entityManager.flush();
  }

  /** Counts one opening; the row is changed in place, so that nobody waits for anybody's page. */
  void opened(UUID id, Instant now) {
    entityManager
        .createQuery(
            "update ShareView v set v.opens = v.opens + 1, v.lastOpenedAt = :now where v.id = :id")
        .setParameter("now", now)
        .setParameter("id", id)
        .executeUpdate();
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
