package org.badgebridge.pathway;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;

/** Paths and the badge classes on them, wired by hand. */
public final class PathDesk {

  private static final Actor ADMINISTRATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  private PathDesk() {}

  /** Publishes a badge class; one with a path is found by the badges on it. */
  public static UUID publish(
      OpenDatabase database, UUID institution, BadgeContent content, Clock clock) {
    return database.compute(
        em -> {
          BadgeDesk desk = new BadgeDesk(em, clock);
          UUID id = desk.create(institution, content, true, ADMINISTRATOR).id();
          PathwayIndex index =
              new PathwayIndex(
                  new BadgeClasses(em),
                  em,
                  new Sql(JoinedDataSource.of(em)),
                  new PlannedJobs(),
                  clock);
          desk.heard.events.stream().distinct().forEach(index::onChange);
          return id;
        });
  }

  /** What people see of where they stand. */
  public static PathViews views(EntityManager em, Clock clock) {
    BadgeDesk badges = new BadgeDesk(em, clock);
    return new PathViews(
        new BadgeClasses(em),
        badges.looks(),
        badges.drawing(),
        new HeldBadges(new Sql(JoinedDataSource.of(em))));
  }
}
