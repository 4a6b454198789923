package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.BadgePlaces;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.deeplinking.Chooser;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.PollNow;
import org.badgebridge.passback.SourcePolls;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.Doubts;
import org.badgebridge.rule.DryRun;
import org.badgebridge.rule.GradebookScores;
import org.badgebridge.rule.RollOver;
import org.badgebridge.rule.RosterEvaluation;
import org.badgebridge.rule.RuleScope;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.Standing;
import org.badgebridge.rule.WhyCard;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** What a lecturer sees in the course: the rule, the counts, and what needs a decision. */
@ApplicationScoped
public class LecturerFace {

  /** Learners of one page of a list. */
  static final int PAGE = 25;

  private final BadgeBooks badges;
  private final Activities activities;
  private final Attachments attachments;
  private final DryRun dryRun;
  private final WhyCard whyCard;
  private final RosterEvaluation evaluation;
  private final PollNow pollNow;
  private final SourcePolls polls;
  private final Chooser chooser;
  private final RequestList requests;
  private final RuleScope scope;
  private final Doubts doubts;
  private final GradebookScores scores;
  private final RollOverFace rollOver;
  private final BadgePlaces places;
  private final Views views;

  @Inject
  public LecturerFace(
      BadgeBooks badges,
      Activities activities,
      Attachments attachments,
      DryRun dryRun,
      WhyCard whyCard,
      RosterEvaluation evaluation,
      PollNow pollNow,
      SourcePolls polls,
      Chooser chooser,
      RequestList requests,
      RuleScope scope,
      Doubts doubts,
      GradebookScores scores,
      RollOverFace rollOver,
      BadgePlaces places,
      Views views) {
    this.badges = badges;
    this.activities = activities;
    this.attachments = attachments;
    this.dryRun = dryRun;
    this.whyCard = whyCard;
    this.evaluation = evaluation;
    this.pollNow = pollNow;
    this.polls = polls;
    this.chooser = chooser;
    this.requests = requests;
    this.scope = scope;
    this.doubts = doubts;
    this.scores = scores;
    this.rollOver = rollOver;
    this.places = places;
    this.views = views;
  }

  /** The page's content, without layout: the attachment, or the chooser while there is none. */
  String render(Visit visit, Page page) {
    return render(visit, page, "");
  }

  /**
   * The same, beginning with what has just been done.
   *
   * @param done message key; empty if there is nothing to say
   */
  String render(Visit visit, Page page, String done) {
    return render(visit, page, done, "");
  }

  /** The same, beginning with a sentence. */
  String saying(Visit visit, Page page, String said) {
    return render(visit, page, "", said);
  }

  private String render(Visit visit, Page page, String done, String said) {
    Attachment attachment = visit.attachment();
    RollOver.Luggage luggage = rollOver.waiting(visit.course());
    if (attachment == null) {
      return Optional.ofNullable(luggage)
          .flatMap(any -> rollOver.render(visit, page, 0))
          .orElseGet(() -> chooser.badges(visit.session(), page, List.of()));
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("view", view(visit, attachment, page));
    parts.put("done", done);
    parts.put("said", said);
    parts.put("luggage", luggage);
    return views.render("coursepage/lecturer.jte", page, parts);
  }

  /** One page of one list of learners. */
  String people(Attachment attachment, Standing.Group group, @Nullable UUID after, Page page) {
    return views.render(
        "coursepage/people.jte",
        page,
        Map.of("group", group, "slice", dryRun.of(attachment.id()).page(group, after, PAGE)));
  }

  private LecturerView view(Visit visit, Attachment attachment, Page page) {
    AwardRule rule = attachments.rule(attachment.id());
    RuleTree tree = rule.tree();
    boolean restriction = scope.needsRestriction(tree);
    return new LecturerView(
        badges.of(attachment.badgeClassId(), page, visit.session().actor()),
        attachment,
        rule,
        whyCard.asks(tree),
        restriction,
        visit.link().lineitemUrl() != null,
        scores.untaken(attachment.id()),
        readsOwnColumn(tree, visit),
        otherColumns(tree),
        dryRun.of(attachment.id()),
        visit.course().membershipsUrl() != null,
        visit.course().rosterAt(),
        evaluation.progress(attachment.id()).orElse(null),
        pollNow.progress(visit.course().id()).orElse(null),
        requests.counts(visit.course().id()),
        places.of(badges.find(attachment.badgeClassId())).orElse(null),
        restriction && held(tree),
        doubts.open(attachment.id()));
  }

  private boolean readsOwnColumn(RuleTree tree, Visit visit) {
    UUID own =
        activities
            .find(visit.course().id(), Activity.Kind.RESOURCE_LINK, visit.link().linkId())
            .map(Activity::id)
            .orElse(RuleTree.OWN_LINK);
    return tree.leaves()
        .filter(leaf -> leaf.reads() == RuleTree.Reads.SCORE)
        .anyMatch(leaf -> leaf.activityId().equals(own));
  }

  private List<String> otherColumns(RuleTree tree) {
    return activities.find(tree.activities()).stream()
        .filter(activity -> activity.kind() == Activity.Kind.LINE_ITEM)
        .map(Activity::title)
        .toList();
  }

  private boolean held(RuleTree tree) {
    return tree.activities().stream()
        .flatMap(activity -> polls.of(activity).stream())
        .anyMatch(poll -> poll.held() == Look.Held.OPEN_FOR_ALL);
  }
}
