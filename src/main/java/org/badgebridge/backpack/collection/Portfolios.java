package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.way.FormerPersons;

/**
 * The portfolios: to everybody else than its owner, a private one does not exist. Where two
 * backpacks that became one had one each, that of the open one is shown, and the address of the
 * other leads to it.
 */
@ApplicationScoped
public class Portfolios {

  private final Sql sql;
  private final FormerPersons persons;

  @Inject
  public Portfolios(Sql sql, FormerPersons persons) {
    this.sql = sql;
    this.persons = persons;
  }

  /** A person's own; with nothing in it until they made one. */
  public Portfolio own(UUID personId) {
    return sql.first("select * from portfolio where person_id = ?", Portfolios::read, personId)
        .orElseGet(() -> new Portfolio(personId, "", "", "", null));
  }

  /** Those of backpacks that came into theirs and had one, too. */
  public List<Portfolio> former(UUID personId) {
    return persons.with(personId).stream()
        .filter(each -> !each.equals(personId))
        .map(this::own)
        .filter(each -> !each.slug().isEmpty())
        .toList();
  }

  /**
   * The one that everybody sees at an address. Its own address is another if the backpack of this
   * one came into another that has one.
   */
  public Optional<Portfolio> inPublic(String slug) {
    return sql.first(
            "select * from portfolio where slug = ? and public_since is not null",
            Portfolios::read,
            slug)
        .flatMap(
            found -> {
              UUID now = persons.now(found.personId());
              return now.equals(found.personId())
                  ? Optional.of(found)
                  : Optional.of(own(now)).filter(Portfolio::inPublic);
            });
  }

  /** Brings one to another person who has none. Needs the caller's transaction. */
  public void carry(UUID from, UUID to) {
    sql.update(
        "update portfolio set person_id = ? where person_id = ? and not exists"
            + " (select 1 from portfolio o where o.person_id = ?)",
        to,
        from,
        to);
  }

  private static Portfolio read(Row row) {
    return new Portfolio(
        row.uuid("person_id"),
        row.text("slug"),
        row.text("title"),
        row.text("intro"),
        row.optionalInstant("public_since"));
  }
}
