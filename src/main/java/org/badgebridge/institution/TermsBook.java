package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;

/** The terms of all institutions, and who agreed to which. */
@ApplicationScoped
public class TermsBook {

  private static final String REQUIRED =
      "(select max(r.number) from terms r where r.institution_id = t.institution_id"
          + " and r.ask_again)";

  private final EntityManager entityManager;
  private final Sql sql;

  @Inject
  public TermsBook(EntityManager entityManager, Sql sql) {
    this.entityManager = entityManager;
    this.sql = sql;
  }

  /**
   * That somebody agreed.
   *
   * @param institution its name
   */
  public record Consent(UUID institutionId, String institution, int number, Instant at) {}

  /** All versions of an institution, the newest first. */
  public List<Terms> of(UUID institutionId) {
    return entityManager
        .createQuery(
            "select t from Terms t where t.institutionId = :institution order by t.number desc",
            Terms.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** What holds now, if the institution has terms. */
  public Optional<Terms> current(UUID institutionId) {
    return of(institutionId).stream().findFirst();
  }

  /** One version. */
  public Optional<Terms> version(UUID institutionId, int number) {
    return of(institutionId).stream().filter(each -> each.number() == number).findFirst();
  }

  /**
   * What a person has to agree to before they claim a badge of an institution: its newest terms,
   * unless they agreed to a version that is not overtaken by one that asks again.
   */
  public Optional<Terms> owed(UUID personId, UUID institutionId) {
    Optional<Terms> current = current(institutionId);
    return current.isEmpty() || agreed(personId, institutionId) ? Optional.empty() : current;
  }

  private boolean agreed(UUID personId, UUID institutionId) {
    return sql.first(
            "select 1 as one from terms_consent c join terms t on t.id = c.terms_id"
                + " where c.person_id = ? and t.institution_id = ? and t.number >= "
                + REQUIRED,
            row -> row.integer("one"),
            personId,
            institutionId)
        .isPresent();
  }

  /** Keeps that a person agrees; joins the caller's transaction. Twice changes nothing. */
  public boolean agree(UUID personId, Terms terms, Instant now) {
    return sql.insertOnce(
        "insert into terms_consent (person_id, terms_id, accepted_at) values (?, ?, ?)",
        personId,
        terms.id(),
        now);
  }

  /** What a person agreed to, the latest first. */
  public List<Consent> consents(UUID personId) {
    return sql.list(
        """
        select t.institution_id, i.name, t.number, c.accepted_at
        from terms_consent c join terms t on t.id = c.terms_id
          join institution i on i.id = t.institution_id
        where c.person_id = ? order by c.accepted_at desc, t.number desc
        """,
        row ->
            new Consent(
                row.uuid("institution_id"),
                row.text("name"),
                row.integer("number"),
                row.instant("accepted_at")),
        personId);
  }

  void add(Terms terms) {
    entityManager.persist(terms);
  }
}
