package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The deployments of the platforms. */
@ApplicationScoped
public class Deployments {

  /** So many may wait for approval in one platform; what comes after is not written down. */
  static final int WAITING_AT_MOST = 200;

  private static final int LONGEST_ID = 255;
  private static final String UNIQUE_VIOLATION = "23505";

  private final EntityManager entityManager;
  private final DataSource dataSource;
  private final Clock clock;

  @Inject
  public Deployments(EntityManager entityManager, DataSource dataSource, Clock clock) {
    this.entityManager = entityManager;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Writes down a deployment that a validly signed launch came from and that we do not know, for an
   * administrator to approve. Not part of the caller's transaction; safe under races.
   *
   * @param seenAs what the launch calls the site, at most 500 characters, or null
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public void firstSeen(UUID platformId, String deploymentId, @Nullable String seenAs) {
    if (deploymentId.isEmpty() || deploymentId.length() > LONGEST_ID) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into deployment (id, platform_id, deployment_id, state, first_seen_at,"
                    + " seen_as) select ?, p.id, ?, 'PENDING', ?, ? from platform p where p.id = ?"
                    + " and (select count(*) from deployment d"
                    + " where d.platform_id = p.id and d.state = 'PENDING') < ?")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, deploymentId);
      insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      insert.setString(4, seenAs);
      insert.setObject(5, platformId);
      insert.setInt(6, WAITING_AT_MOST);
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new IllegalStateException("deployment of platform " + platformId, e);
      }
    }
  }

  /** One deployment of a platform by our id. */
  Deployment get(UUID platformId, UUID id) {
    Deployment found = entityManager.find(Deployment.class, id);
    if (found == null || !found.platformId().equals(platformId)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return found;
  }

  Optional<Deployment> find(UUID platformId, String deploymentId) {
    return entityManager
        .createQuery(
            "select d from Deployment d where d.platformId = :platform and d.deploymentId = :id",
            Deployment.class)
        .setParameter("platform", platformId)
        .setParameter("id", deploymentId)
        .getResultStream()
        .findFirst();
  }

  /** Those of one platform in the order of their ids, starting after one. */
  List<Deployment> of(UUID platformId, String after, int limit) {
    return entityManager
        .createQuery(
            "select d from Deployment d where d.platformId = :platform and d.deploymentId > :after"
                + " order by d.deploymentId",
            Deployment.class)
        .setParameter("platform", platformId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Makes a deployment known, which waits for approval; one that is known stays as it is. */
  void expect(UUID platformId, String deploymentId) {
    if (find(platformId, deploymentId).isEmpty()) {
      entityManager.persist(
          new Deployment(
              UUID.randomUUID(),
              platformId,
              deploymentId,
              RegistrationState.PENDING,
              clock.instant()));
    }
  }

  /** Makes a deployment known and active. */
  void activate(UUID platformId, String deploymentId) {
    Optional<Deployment> known = find(platformId, deploymentId);
    if (known.isEmpty()) {
      entityManager.persist(
          new Deployment(
              UUID.randomUUID(),
              platformId,
              deploymentId,
              RegistrationState.ACTIVE,
              clock.instant()));
    } else if (known.get().state() == RegistrationState.PENDING) {
      known.get().approve();
    }
  }
}
