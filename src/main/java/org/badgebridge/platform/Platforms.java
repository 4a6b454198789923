package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The registrations in the database; launches read {@link PlatformDirectory} instead. */
@ApplicationScoped
class Platforms {

  private final EntityManager entityManager;

  @Inject
  Platforms(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  Platform get(UUID id) {
    Platform found = entityManager.find(Platform.class, id);
    if (found == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return found;
  }

  Optional<Platform> find(String issuer, String clientId) {
    return entityManager
        .createQuery(
            "select p from Platform p where p.issuer = :issuer and p.clientId = :client",
            Platform.class)
        .setParameter("issuer", issuer)
        .setParameter("client", clientId)
        .getResultStream()
        .findFirst();
  }

  List<Platform> all() {
    return entityManager
        .createQuery("select p from Platform p order by p.name, p.id", Platform.class)
        .getResultList();
  }

  /** Some of these institutions in the order of their names, starting after one. */
  List<Platform> page(Collection<UUID> institutions, @Nullable UUID after, int limit) {
    if (institutions.isEmpty()) {
      return List.of();
    }
    Platform last = after == null ? null : entityManager.find(Platform.class, after);
    return entityManager
        .createQuery(
            "select p from Platform p where p.institutionId in :institutions"
                + " and (p.name > :name or (p.name = :name and p.id > :id))"
                + " order by p.name, p.id",
            Platform.class)
        .setParameter("institutions", institutions)
        .setParameter("name", last == null ? "" : last.name())
        .setParameter("id", last == null ? new UUID(0, 0) : last.id())
        .setMaxResults(limit)
        .getResultList();
  }

  /** The change that a platform asked for and nobody decided on yet. */
  Optional<PlatformChange> change(UUID platformId) {
    return Optional.ofNullable(entityManager.find(PlatformChange.class, platformId));
  }

  /** Which platforms wait for a decision on a change. */
  Set<UUID> changing() {
    return Set.copyOf(
        entityManager
            .createQuery("select c.platformId from PlatformChange c", UUID.class)
            .getResultList());
  }

  void add(PlatformChange change) {
    entityManager.persist(change);
  }

  void remove(PlatformChange change) {
    entityManager.remove(change);
  }

  void add(Platform platform) {
    entityManager.persist(platform);
  }
}
