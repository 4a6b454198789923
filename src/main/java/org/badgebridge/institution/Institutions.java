package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;

/** All tenants. */
@ApplicationScoped
public class Institutions {

  private final EntityManager entityManager;
  private final Sql sql;
  private final Clock clock;

  @Inject
  public Institutions(EntityManager entityManager, Sql sql, Clock clock) {
    this.entityManager = entityManager;
    this.sql = sql;
    this.clock = clock;
  }

  public Optional<Institution> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Institution.class, id));
  }

  /**
   * One institution.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public Institution get(UUID id) {
    return find(id).orElseThrow(Institutions::missing);
  }

  /** As {@link #get}; others who change it or what belongs to it wait for the caller's end. */
  Institution locked(UUID id) {
    Institution found = entityManager.find(Institution.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw missing();
    }
    return found;
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }

  /**
   * The institution of that name, founded with an issuer of the same name if there is none. Joins
   * the caller's transaction; any number of callers at once get the same one.
   *
   * @param name at most 200 characters; space around it does not count
   */
  public Institution named(String name) {
    String wanted = name.strip();
    return withName(wanted)
        .or(
            () -> {
              found(wanted);
              return withName(wanted);
            })
        .orElseThrow(() -> new IllegalStateException("institution vanished while founded"));
  }

  /** Every institution by name. */
  public List<Institution> all() {
    return entityManager
        .createQuery("select i from Institution i order by i.name, i.id", Institution.class)
        .getResultList();
  }

  /** By its unique name. */
  Optional<Institution> withName(String name) {
    return entityManager
        .createQuery("select i from Institution i where i.name = :name", Institution.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  private void found(String name) {
    Instant now = clock.instant();
    UUID id = UUID.randomUUID();
    boolean first =
        sql.insertOnce(
            "insert into institution (id, name, default_locale, accent, created_at)"
                + " values (?, ?, ?, ?, ?)",
            id,
            name,
            "en",
            Page.ACCENT,
            now);
    if (first) {
      sql.insertOnce(
          "insert into issuer (id, institution_id, name, created_at) values (?, ?, ?, ?)",
          UUID.randomUUID(),
          id,
          name,
          now);
    }
  }
}
