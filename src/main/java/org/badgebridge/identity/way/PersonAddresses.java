package org.badgebridge.identity.way;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.identity.LmsUser;

/**
 * The addresses that people proved to read; each opens one backpack. Joins the caller's
 * transaction.
 */
@ApplicationScoped
public class PersonAddresses {

  private static final String SELECT =
      "select id, person_id, address, for_mail, verified_at from person_address";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public PersonAddresses(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A person's, the oldest first. */
  public List<PersonAddress> of(UUID personId) {
    return sql.list(
        SELECT + " where person_id = ? order by verified_at, id", PersonAddresses::read, personId);
  }

  /** One of a person's own. */
  public Optional<PersonAddress> of(UUID personId, UUID id) {
    return of(personId).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Whose way in an address is. */
  public Optional<PersonAddress> owner(String address) {
    return sql.first(
        SELECT + " where address = ?", PersonAddresses::read, EmailAddress.normal(address));
  }

  /**
   * Keeps that a person reads a mailbox.
   *
   * @return false if the address is somebody's already, perhaps their own
   */
  public boolean add(UUID personId, String address) {
    return sql.insertOnce(
        "insert into person_address (id, person_id, address, for_mail, verified_at)"
            + " values (?, ?, ?, ?, ?)",
        Ids.next(),
        personId,
        EmailAddress.normal(address),
        false,
        clock.instant());
  }

  /** Takes one away from its person. */
  public void remove(PersonAddress address) {
    sql.update("delete from person_address where id = ?", address.id());
  }

  /** Sends the person's mail there from now on, and nowhere else. */
  public void useForMail(PersonAddress address) {
    sql.update(
        "update person_address set for_mail = (id = ?) where person_id = ?",
        address.id(),
        address.personId());
  }

  /** Sends the person's mail to the addresses that their platforms tell again. */
  public void useNoneForMail(UUID personId) {
    sql.update("update person_address set for_mail = false where person_id = ?", personId);
  }

  /** Where mail for a learner goes: what they chose, else what the platform tells, if it does. */
  public Optional<String> mailbox(LmsUser learner) {
    return of(learner.personId()).stream()
        .filter(PersonAddress::forMail)
        .map(PersonAddress::address)
        .findFirst()
        .or(() -> Optional.ofNullable(learner.profile().email()).filter(email -> !email.isBlank()));
  }

  /** Every mailbox known to be a person's: those that they proved, else those platforms tell. */
  public Set<String> mailboxes(UUID personId) {
    Set<String> proven = new TreeSet<>();
    of(personId).forEach(each -> proven.add(each.address()));
    if (proven.isEmpty()) {
      proven.addAll(
          sql.list(
              "select distinct lower(email) as address from lms_user where person_id = ?"
                  + " and email is not null and not test_user",
              row -> row.text("address"),
              personId));
    }
    return proven;
  }

  private static PersonAddress read(Row row) {
    return new PersonAddress(
        row.uuid("id"),
        row.uuid("person_id"),
        row.text("address"),
        row.flag("for_mail"),
        row.instant("verified_at"));
  }
}
