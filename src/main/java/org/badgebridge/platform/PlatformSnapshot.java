package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads all platforms and deployments at once, in a transaction of its own. */
@ApplicationScoped
class PlatformSnapshot {

  private final EntityManager entityManager;

  @Inject
  PlatformSnapshot(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** What was read, to be looked up without locks. */
  record Content(
      Map<UUID, Platform> platforms,
      Map<String, List<Platform>> byIssuer,
      Map<UUID, Map<String, Deployment>> deployments) {}

  @Transactional(TxType.REQUIRES_NEW)
  Content read() {
    Map<UUID, Platform> platforms = new HashMap<>();
    Map<String, List<Platform>> byIssuer = new HashMap<>();
    for (Platform each :
        entityManager.createQuery("select p from Platform p", Platform.class).getResultList()) {
      entityManager.detach(each);
      platforms.put(each.id(), each);
      byIssuer.computeIfAbsent(each.issuer(), key -> new ArrayList<>()).add(each);
    }
    Map<UUID, Map<String, Deployment>> deployments = new HashMap<>();
    for (Deployment each :
        entityManager.createQuery("select d from Deployment d", Deployment.class).getResultList()) {
      entityManager.detach(each);
      deployments
          .computeIfAbsent(each.platformId(), key -> new HashMap<>())
          .put(each.deploymentId(), each);
    }
    byIssuer.replaceAll((issuer, list) -> List.copyOf(list));
    return new Content(platforms, byIssuer, deployments);
  }
}
