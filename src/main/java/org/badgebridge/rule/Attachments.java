package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.Reads;

/** The attachments of courses and the versions of their rules. */
@ApplicationScoped
public class Attachments {

  private final EntityManager entityManager;
  private final Sql sql;

  @Inject
  public Attachments(EntityManager entityManager, Sql sql) {
    this.entityManager = entityManager;
    this.sql = sql;
  }

  public Optional<Attachment> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Attachment.class, id));
  }

  /**
   * The attachment, if it belongs to that course: the one place that keeps courses apart. Pass the
   * course of the session.
   *
   * @throws ProblemException NOT_FOUND if there is none in that course
   */
  public Attachment inCourse(UUID id, UUID courseId) {
    return find(id).filter(found -> found.courseId().equals(courseId)).orElseThrow(this::missing);
  }

  /** As {@link #inCourse}; other transactions that want to change it wait for this one. */
  Attachment lockedInCourse(UUID id, UUID courseId) {
    Attachment found = entityManager.find(Attachment.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null || !found.courseId().equals(courseId)) {
      throw missing();
    }
    return found;
  }

  /** All attachments of a course, the oldest first. */
  public List<Attachment> of(UUID courseId) {
    return entityManager
        .createQuery(
            "select a from Attachment a where a.courseId = :course order by a.createdAt, a.id",
            Attachment.class)
        .setParameter("course", courseId)
        .getResultList();
  }

  /** What became of an attachment in a copy of its course, if a lecturer took it over there. */
  public Optional<Attachment> copyOf(UUID attachmentId, UUID courseId) {
    return entityManager
        .createQuery(
            "select a from Attachment a where a.copiedFrom = :origin and a.courseId = :course",
            Attachment.class)
        .setParameter("origin", attachmentId)
        .setParameter("course", courseId)
        .getResultStream()
        .findFirst();
  }

  /** The newest version of an attachment's rule. */
  public AwardRule rule(UUID attachmentId) {
    return entityManager
        .createQuery(
            "select r from AwardRule r where r.attachmentId = :attachment order by r.number desc",
            AwardRule.class)
        .setParameter("attachment", attachmentId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(this::missing);
  }

  /** All versions of an attachment's rule, the newest first. */
  public List<AwardRule> rules(UUID attachmentId) {
    return entityManager
        .createQuery(
            "select r from AwardRule r where r.attachmentId = :attachment order by r.number desc",
            AwardRule.class)
        .setParameter("attachment", attachmentId)
        .getResultList();
  }

  /** The present rules that read one of these activities, whatever the state of the attachment. */
  List<RuleTree> rulesReading(Set<UUID> activities) {
    return activities.isEmpty()
        ? List.of()
        : sql.list(
            "select distinct r.id, r.tree from rule_activity x join award_rule r on r.id = x.rule_id"
                + " where x.activity_id in ("
                + Sql.marks(activities.size())
                + ")",
            row -> RuleText.read(row.text("tree")),
            activities.toArray());
  }

  void add(Attachment attachment) {
    entityManager.persist(attachment);
  }

  /** Makes a version the present one: from now on evidence of its activities leads to it. */
  void add(AwardRule rule) {
    entityManager.persist(rule);
    entityManager.flush();
    sql.update(
        "delete from rule_activity where rule_id in"
            + " (select id from award_rule where attachment_id = ?)",
        rule.attachmentId());
    sql.update(
        "delete from rule_badge where rule_id in"
            + " (select id from award_rule where attachment_id = ?)",
        rule.attachmentId());
    RuleTree tree = rule.tree();
    for (UUID activity : tree.activities()) {
      sql.update(
          "insert into rule_activity (rule_id, activity_id, asks_completion, asks_score)"
              + " values (?, ?, ?, ?)",
          rule.id(),
          activity,
          tree.asks(Reads.COMPLETION, activity),
          tree.asks(Reads.SCORE, activity));
    }
    for (UUID badge : tree.badges()) {
      sql.update(
          "insert into rule_badge (rule_id, badge_class_id) values (?, ?)", rule.id(), badge);
    }
  }

  private ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "rule.not-found");
  }
}
