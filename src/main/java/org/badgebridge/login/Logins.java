package org.badgebridge.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Which login is whose. Joins the caller's transaction. */
@ApplicationScoped
public class Logins {

  private static final String SELECT =
      "select l.id, l.person_id, coalesce(p.name, i.name) as provider, i.name as institution,"
          + " l.name, l.email, l.linked_at from person_login l"
          + " join institution i on i.id = l.institution_id"
          + " left join openid_provider p on p.institution_id = l.institution_id";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Logins(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One of a person's logins.
   *
   * @param provider as people call it
   * @param name as the provider said; null if it did not
   */
  public record Linked(
      UUID id,
      UUID personId,
      String provider,
      String institution,
      @Nullable String name,
      @Nullable String email,
      Instant since) {

    /** What tells it apart for its owner. */
    public String account() {
      return email != null ? email : name != null ? name : provider;
    }
  }

  /** A person's, the oldest first. */
  public List<Linked> of(UUID personId) {
    return sql.list(
        SELECT + " where l.person_id = ? order by l.linked_at, l.id", Logins::read, personId);
  }

  /** Whose login it is; empty if nobody's yet. */
  public Optional<Linked> find(Login login) {
    return sql.first(
        SELECT + " where l.institution_id = ? and l.issuer = ? and l.subject = ?",
        Logins::read,
        login.provider().institutionId(),
        login.provider().issuer(),
        login.subject());
  }

  /**
   * Makes a login somebody's. Of two at once one is first.
   *
   * @return whose it is now
   */
  public Linked link(Login login, UUID personId) {
    sql.insertOnce(
        "insert into person_login (id, person_id, institution_id, issuer, subject, name, email,"
            + " linked_at, used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        personId,
        login.provider().institutionId(),
        login.provider().issuer(),
        login.subject(),
        login.name(),
        login.email(),
        clock.instant(),
        clock.instant());
    return find(login).orElseThrow();
  }

  /** Keeps that it was used, and what the provider says now. */
  public void used(Linked linked, Login login) {
    sql.update(
        "update person_login set used_at = ?, name = ?, email = ? where id = ?",
        clock.instant(),
        login.name(),
        login.email(),
        linked.id());
  }

  /** Takes one away from its person. */
  public void remove(UUID id) {
    sql.update("delete from person_login where id = ?", id);
  }

  private static Linked read(Row row) {
    return new Linked(
        row.uuid("id"),
        row.uuid("person_id"),
        row.text("provider"),
        row.text("institution"),
        row.optionalText("name"),
        row.optionalText("email"),
        row.instant("linked_at"));
  }
}
