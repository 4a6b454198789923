package org.badgebridge.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.identity.way.FormerPersons;

/** Erases what is stored about a person, in one transaction, and writes the receipt. */
@ApplicationScoped
public class EraseHoldings {

  private static final Actor JOB = Actor.system("job " + ErasePerson.NAME);

  private final Erasures erasures;
  private final FormerPersons formerPersons;
  private final AuditTrail audit;
  private final Sql sql;

  @Inject
  public EraseHoldings(Erasures erasures, FormerPersons formerPersons, AuditTrail audit, Sql sql) {
    this.erasures = erasures;
    this.formerPersons = formerPersons;
    this.audit = audit;
    this.sql = sql;
  }

  /** The mailboxes of a person whose erasure is due; none if it is done or called off. */
  @Transactional
  Set<String> addresses(UUID erasureId) {
    return erasures
        .find(erasureId)
        .filter(Erasures.Erasure::waits)
        .map(erasure -> formerPersons.with(erasure.personId()))
        .orElseGet(Set::of)
        .stream()
        .flatMap(each -> addressesOf(each).stream())
        .collect(Collectors.toSet());
  }

  private Set<String> addressesOf(UUID personId) {
    return new HashSet<>(
        sql.list(
            "select lower(email) as address from lms_user where person_id = ?"
                + " and email is not null union select address from person_address"
                + " where person_id = ?",
            row -> row.text("address"),
            personId,
            personId));
  }

  /** Erases, unless it is done or called off. */
  @Transactional
  void erase(UUID erasureId) {
    Optional<Erasures.Erasure> due = erasures.find(erasureId).filter(Erasures.Erasure::waits);
    if (due.isEmpty() || !erasures.done(erasureId)) {
      return;
    }
    UUID personId = due.get().personId();
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
    Set<UUID> persons = formerPersons.with(personId);
    persons.forEach(this::forgetDigests);
    persons.forEach(this::forgetAnswers);
    int place = 0;
    for (Holding each : Holdings.ALL) {
      int rows = 0;
      for (UUID person : persons) {
        rows += sql.update(each.erasing(), parameters(each, person));
      }
      erasures.line(erasureId, place++, each, rows);
    }
    audit.record(null, JOB, "person.erased", "erasure", erasureId, null);
  }

  static Object[] parameters(Holding holding, UUID personId) {
    return Collections.nCopies(holding.questions(), personId).toArray();
  }

  /** Addresses that nothing reaches are kept as digests, which can be tried. */
  private void forgetDigests(UUID personId) {
    addressesOf(personId)
        .forEach(
            address ->
                sql.update(
                    "delete from undeliverable where address_digest = ?",
                    EmailAddress.digest(address)));
  }

  /** What programs were answered is kept for a day, for those who ask twice. */
  private void forgetAnswers(UUID personId) {
    sql.update(
        "delete from api_answer where exists (select 1 from direct_award a"
            + " join lms_user u on u.id = a.lms_user_id where u.person_id = ?"
            + " and (api_answer.body like '%' || cast(a.id as varchar(36)) || '%'"
            + " or api_answer.location like '%' || cast(a.id as varchar(36)) || '%'))",
        personId);
  }
}
