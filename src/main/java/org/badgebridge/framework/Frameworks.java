package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Finds frameworks. */
@ApplicationScoped
public class Frameworks {

  private final EntityManager entityManager;
  private final Sql sql;

  @Inject
  public Frameworks(EntityManager entityManager, Sql sql) {
    this.entityManager = entityManager;
    this.sql = sql;
  }

  /**
   * How many items a framework has.
   *
   * @param current those of the last import
   * @param withdrawn those of earlier ones only
   */
  public record Count(UUID framework, long current, long withdrawn) {

    static Count none(UUID framework) {
      return new Count(framework, 0, 0);
    }
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND
   */
  Framework get(UUID id) {
    return Optional.ofNullable(entityManager.find(Framework.class, id))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "framework.none"));
  }

  /** All of an institution, by name. */
  List<Framework> of(UUID institutionId) {
    return entityManager
        .createQuery(
            "select f from Framework f where f.institutionId = :institution order by f.name, f.id",
            Framework.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** An institution's framework of that name. */
  Optional<Framework> named(UUID institutionId, String name) {
    return entityManager
        .createQuery(
            "select f from Framework f where f.institutionId = :institution and f.name = :name",
            Framework.class)
        .setParameter("institution", institutionId)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** As {@link #named}; others who import there wait until the caller's transaction is over. */
  Optional<Framework> toUpdate(UUID institutionId, String name) {
    entityManager.find(Institution.class, institutionId, LockModeType.PESSIMISTIC_WRITE);
    return named(institutionId, name);
  }

  /** The numbers of items of an institution's frameworks. */
  Map<UUID, Count> counts(UUID institutionId) {
    return sql
        .list(
            "select i.framework_id, sum(case when i.withdrawn then 0 else 1 end) as present,"
                + " sum(case when i.withdrawn then 1 else 0 end) as gone"
                + " from framework_item i join framework f on f.id = i.framework_id"
                + " where f.institution_id = ? group by i.framework_id",
            row -> new Count(row.uuid("framework_id"), row.count("present"), row.count("gone")),
            institutionId)
        .stream()
        .collect(Collectors.toMap(Count::framework, Function.identity()));
  }

  void add(Framework framework) {
    entityManager.persist(framework);
  }

  void remove(Framework framework) {
    entityManager.remove(framework);
  }

  /** Writes now, because other tables name the framework. */
  void write() {
    entityManager.flush();
  }
}
