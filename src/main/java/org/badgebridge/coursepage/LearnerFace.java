package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.BadgePlaces;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Renewal;
import org.badgebridge.award.request.AskForm;
import org.badgebridge.backpack.Agreement;
import org.badgebridge.backpack.leaving.Leavers;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.passback.attendance.CheckIn;
import org.badgebridge.passback.attendance.OwnAttendance;
import org.badgebridge.pathway.PathView;
import org.badgebridge.pathway.PathViews;
import org.badgebridge.roster.Memberships;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.PlaceLine;
import org.badgebridge.rule.WhyCard;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** What a learner sees in the course: the badge, the why card, and what to press. */
@ApplicationScoped
public class LearnerFace {

  private final BadgeBooks badges;
  private final WhyCard whyCard;
  private final Awards awards;
  private final Credentials credentials;
  private final Memberships memberships;
  private final Agreement agreement;
  private final PublicOrigin origin;
  private final PathViews paths;
  private final Asking asking;
  private final OwnAttendance attendance;
  private final BadgePlaces places;
  private final PlaceLine line;
  private final Leavers leavers;
  private final Views views;

  @Inject
  public LearnerFace(
      BadgeBooks badges,
      WhyCard whyCard,
      Awards awards,
      Credentials credentials,
      Memberships memberships,
      Agreement agreement,
      PublicOrigin origin,
      PathViews paths,
      Asking asking,
      OwnAttendance attendance,
      BadgePlaces places,
      PlaceLine line,
      Leavers leavers,
      Views views) {
    this.badges = badges;
    this.whyCard = whyCard;
    this.awards = awards;
    this.credentials = credentials;
    this.memberships = memberships;
    this.agreement = agreement;
    this.origin = origin;
    this.paths = paths;
    this.asking = asking;
    this.attendance = attendance;
    this.places = places;
    this.line = line;
    this.leavers = leavers;
    this.views = views;
  }

  /** The page's content, without layout. Notes that an offer was seen. */
  String render(Visit visit, Page page) {
    return render(visit, page, false, AskForm.CLOSED, null);
  }

  /** The same, beginning with what came of a check-in. */
  String render(Visit visit, Page page, CheckIn.Answer answer) {
    return render(visit, page, false, AskForm.CLOSED, answer);
  }

  /** The same with the form in which the learner asks. */
  String render(Visit visit, Page page, AskForm form) {
    return render(visit, page, false, form, null);
  }

  /**
   * The same.
   *
   * @param earned whether the badge was claimed just now
   */
  String render(Visit visit, Page page, boolean earned) {
    return render(visit, page, earned, AskForm.CLOSED, null);
  }

  private String render(
      Visit visit, Page page, boolean earned, AskForm form, CheckIn.@Nullable Answer answer) {
    Attachment attachment = visit.attachment();
    Map<String, Object> parts = new HashMap<>();
    parts.put("attendance", attendance(visit));
    if (answer != null) {
      parts.put("answer", answer);
    }
    if (attachment == null) {
      return views.render("coursepage/learner-unset.jte", page, parts);
    }
    LearnerView view = view(visit, attachment, page, earned, form);
    if (view.standing() == LearnerState.OFFERED && view.awardId() != null) {
      awards.markOpened(view.awardId());
    }
    List<PathView> journeys =
        view.watching()
            ? List.of()
            : paths.around(attachment.badgeClassId(), visit.session().personId(), page.locale());
    parts.put("view", view);
    parts.put("journeys", journeys);
    parts.put(
        "leaving",
        view.standing() == LearnerState.CLAIMED && leavers.sees(visit.session().personId()));
    return views.render("coursepage/learner.jte", page, parts);
  }

  private OwnAttendance.View attendance(Visit visit) {
    LaunchSession session = visit.session();
    return session.role() == CourseRole.LEARNER
        ? attendance.of(visit.course().id(), session.lmsUserId())
        : OwnAttendance.View.NONE;
  }

  private LearnerView view(
      Visit visit, Attachment attachment, Page page, boolean earned, AskForm form) {
    LaunchSession session = visit.session();
    boolean watching = session.role() != CourseRole.LEARNER;
    WhyCard.Card card = whyCard.of(attachment.id(), session.lmsUserId());
    DirectAward award = watching ? null : card.award();
    BadgeClass badgeClass = badges.find(attachment.badgeClassId());
    AskView ask = asking.of(visit, card, badgeClass, form);
    Credential credential = award == null ? null : credential(award);
    Instant publicSince = credential == null ? null : credential.publicSince();
    boolean waits = card.met() && line.waits(attachment.id(), session.lmsUserId());
    return new LearnerView(
        session.displayName(),
        watching,
        waits ? null : notice(visit, award, badgeClass),
        badges.of(badgeClass, page),
        LearnerState.of(award, ask, attachment.state() == Attachment.State.ON, waits),
        card.conditions(),
        award == null ? null : award.id(),
        award == null ? null : award.ladder().claimed(),
        award == null ? null : Renewal.of(badgeClass.content().awarding()).from(award),
        credential == null ? null : credential.id(),
        publicSince == null
            ? null
            : origin.at("/assertions/" + Objects.requireNonNull(credential).id()),
        earned && credential != null,
        ask,
        award == null ? null : award.details().team(),
        award == null || award.state() != AwardState.OFFERED
            ? null
            : agreement.owed(award, session.personId()).orElse(null));
  }

  /** A lecturer who switches role arrives as a learner, and would wait for a badge in vain. */
  private @Nullable String notice(Visit visit, @Nullable DirectAward award, BadgeClass badgeClass) {
    LaunchSession session = visit.session();
    if (session.testUser()) {
      return "coursepage.view.test";
    }
    if (award != null || session.role() != CourseRole.LEARNER) {
      return null;
    }
    if (memberships.everLecturer(visit.course().id(), session.lmsUserId())) {
      return LearnerView.LECTURER;
    }
    return places.of(badgeClass).filter(BadgePlaces.Taken::full).isPresent()
        ? "coursepage.view.full"
        : null;
  }

  private @Nullable Credential credential(DirectAward award) {
    UUID id = award.id();
    return award.state() == AwardState.CLAIMED ? credentials.ofAward(id).orElse(null) : null;
  }
}
