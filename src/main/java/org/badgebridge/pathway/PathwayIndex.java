package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClassChanged;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which badges stand on which published path, and has those looked at who may have walked a
 * path that is new or was changed.
 */
@ApplicationScoped
class PathwayIndex {

  private final BadgeClasses badgeClasses;
  private final EntityManager entityManager;
  private final Sql sql;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  PathwayIndex(
      BadgeClasses badgeClasses, EntityManager entityManager, Sql sql, Jobs jobs, Clock clock) {
    this.badgeClasses = badgeClasses;
    this.entityManager = entityManager;
    this.sql = sql;
    this.jobs = jobs;
    this.clock = clock;
  }

  void onChange(@Observes BadgeClassChanged changed) {
    entityManager.flush(); // the rows below name the badge class
    BadgeClass end = badgeClasses.find(changed.badgeClassId()).orElseThrow();
    Pathway pathway = end.content().pathway();
    int before = sql.update("delete from pathway_step where pathway_id = ?", end.id());
    if (pathway == null || end.state() != BadgeClass.State.PUBLISHED) {
      return;
    }
    List<@Nullable Object[]> steps =
        pathway.badges().stream().map(badge -> new @Nullable Object[] {end.id(), badge}).toList();
    sql.updateAll("insert into pathway_step (pathway_id, badge_class_id) values (?, ?)", steps);
    jobs.schedule(
        EvaluatePathwayJob.NAME,
        end.id() + "/" + end.number() + "/" + before,
        end.id().toString(),
        clock.instant());
  }
}
