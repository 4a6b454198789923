package org.badgebridge.rule;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.Awards;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.CourseOrigins;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.drawing.BuiltIns;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.passback.gradebook.PublishScore;
import org.badgebridge.passback.gradebook.ScoreTimes;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.web.Words;

/** The use cases of rules, wired by hand for one transaction. */
final class RuleDesk {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final GradebookOnPaper gradebook = new GradebookOnPaper();
  final PlannedJobs jobs = new PlannedJobs();
  final Heard<AwardsOffered> offered = new Heard<>();
  final Attachments attachments;
  final AttachBadge attach;
  final ChangeRule change;
  final PlaceRule place;
  final SwitchAttachment switching;
  final EvaluateRules evaluate;
  final EvaluateHolders holders;
  final PlaceLine line;
  final GivePlaces places;
  final AwardDesk awardDesk;
  final Doubts doubts;
  final DecideDoubt decideDoubt;
  final RosterEvaluation roster;
  final DryRun dryRun;
  final WhyCard whyCard;
  final Watching watching;
  final WriteBackScores writeBack;
  final WriteBackJob writeBackJob;
  final GradebookScores scores;
  final ResourceLinks links;
  final RollOver rollOver;
  final Courses courses;

  RuleDesk(EntityManager entityManager) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Sql sql = new Sql(JoinedDataSource.of(entityManager));
    AuditTrail audit = new AuditTrail(entityManager, clock);
    Activities activities = new Activities(sql, clock);
    courses = new Courses(sql);
    Evidence evidence = new Evidence(sql);
    Awards awards = new Awards(entityManager, clock);
    BadgeClasses badgeClasses = new BadgeClasses(entityManager);
    RuleScope scope = new RuleScope(activities, badgeClasses, sql);
    links = new ResourceLinks(sql, entityManager);
    attachments = new Attachments(entityManager, sql);
    ActiveRules rules = new ActiveRules(sql);
    AwardDesk award = new AwardDesk(entityManager, offered, clock);
    RuleEvidence known = new RuleEvidence(evidence, sql);
    doubts = new Doubts(sql, awards, award.withdraw, activities, new Words(), clock);
    decideDoubt = new DecideDoubt(sql, courses, audit, clock);
    line = new PlaceLine(sql, jobs, clock);
    evaluate =
        new EvaluateRules(rules, known, new OfferByRule(award.offer, activities, line), doubts);
    places = new GivePlaces(line, evaluate, awards, audit);
    awardDesk = award;
    award.ended.by(places::onEnded);
    holders = new EvaluateHolders(awards, rules, evaluate, entityManager);
    roster = new RosterEvaluation(sql, rules, evaluate, jobs, clock);
    attach = new AttachBadge(attachments, scope, awardable(entityManager), courses, audit, clock);
    place = new PlaceRule(attachments, activities, links, courses, audit, clock);
    writeBack = new WriteBackScores(sql, entityManager, jobs, clock);
    AttachmentChecks checks =
        new AttachmentChecks(attachments, scope, badgeClasses, courses, links, activities);
    scores = new GradebookScores(sql, links, clock);
    change = new ChangeRule(attachments, scope, checks, roster, courses, audit, clock);
    writeBackJob =
        new WriteBackJob(
            new WriteBackLedger(sql, attachments, checks, scores, audit),
            new PublishScore(gradebook, new ScoreTimes(sql, clock)));
    switching = new SwitchAttachment(attachments, checks, roster, writeBack, audit, clock);
    dryRun = new DryRun(attachments, known, sql);
    whyCard = new WhyCard(attachments, known, activities, awards, badgeClasses);
    watching = new Watching(sql);
    rollOver =
        new RollOver(
            new CourseOrigins(sql),
            courses,
            attachments,
            new CopiedRule(activities, links, attachments),
            scope,
            awardable(entityManager),
            audit,
            clock);
  }

  void evidence(UUID activity, UUID learner) {
    evaluate.onEvidence(new PassbackRecorded(activity, learner));
  }

  static AwardableBadges awardable(EntityManager em) {
    return new AwardableBadges(
        em, new BadgeClasses(em), new VisualGrammars(em, new BuiltIns(new Words())));
  }

  static Actor lecturer(UUID id) {
    return new Actor(Actor.Kind.LECTURER, id, "launch 1");
  }
}
