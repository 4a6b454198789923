package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All tenants. */
@ApplicationScoped
public class Institutions {

  private final EntityManager entityManager;
  private final Founding founding;

  @Inject
  public Institutions(EntityManager entityManager, DataSource dataSource, Clock clock) {
    this.entityManager = entityManager;
    this.founding = new Founding(dataSource, clock);
  }

  public Optional<Institution> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Institution.class, id));
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
              founding.found(wanted);
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

  private Optional<Institution> withName(String name) {
    return entityManager
        .createQuery("select i from Institution i where i.name = :name", Institution.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }
}
