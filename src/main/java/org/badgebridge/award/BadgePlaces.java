package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.database.Sql;

/** How many of the places of a badge class are taken. */
@ApplicationScoped
public class BadgePlaces {

  private final Sql sql;

  @Inject
  public BadgePlaces(Sql sql) {
    this.sql = sql;
  }

  /**
   * The places of a badge class.
   *
   * @param taken by people who have it, or have it on offer or to come
   * @param most how many there are; fewer than are taken if it was lowered since
   */
  public record Taken(long taken, int most) {

    /** Whether none is free. */
    public boolean full() {
      return taken >= most;
    }
  }

  /** What is taken; empty if any number of people can have it. */
  public Optional<Taken> of(BadgeClass badgeClass) {
    return Optional.ofNullable(badgeClass.content().awarding().places())
        .map(most -> new Taken(taken(sql, badgeClass.id()), most));
  }

  /** Test users take no place; who has several editions takes one. */
  static long taken(Sql sql, UUID badgeClassId) {
    return sql.first(
            "select count(distinct u.person_id) as number from direct_award a"
                + " join lms_user u on u.id = a.lms_user_id where a.badge_class_id = ?"
                + " and a.sandbox = false"
                + " and a.state in ('PROPOSED', 'SCHEDULED', 'OFFERED', 'CLAIMED')",
            row -> row.count("number"),
            badgeClassId)
        .orElse(0L);
  }
}
