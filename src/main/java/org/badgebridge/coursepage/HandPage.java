package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.award.hand.AwardByHand;
import org.badgebridge.award.hand.DetailsForm;
import org.badgebridge.award.hand.Gift;
import org.badgebridge.coursepage.HandRoster.Learner;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;

/** Where a lecturer awards learners of the course by hand, whatever the rule says. */
@Path("/course/attachment/hand")
@InFrame
@Produces("text/html;charset=UTF-8")
public class HandPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final HandFace face;
  private final LecturerFace lecturers;
  private final AwardByHand awardByHand;
  private final WithdrawAward withdrawAward;

  @Inject
  public HandPage(
      CurrentLaunch launch,
      Visits visits,
      HandFace face,
      LecturerFace lecturers,
      AwardByHand awardByHand,
      WithdrawAward withdrawAward) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.lecturers = lecturers;
    this.awardByHand = awardByHand;
    this.withdrawAward = withdrawAward;
  }

  @GET
  public String show() {
    return face.form(visits.lecturer(), launch.page(), HandChoice.NONE);
  }

  /** The learners who are searched, with those who are ticked. */
  @POST
  @Path("/learners")
  public String learners(MultivaluedMap<String, String> form) {
    return face.learners(visits.lecturer(), launch.page(), HandChoice.of(form));
  }

  /** More of them. */
  @POST
  @Path("/more")
  public String more(MultivaluedMap<String, String> form, @QueryParam("after") UUID after) {
    return face.more(visits.lecturer(), launch.page(), HandChoice.of(form), after);
  }

  /**
   * Looks the form over, goes back to it, or awards.
   *
   * @param step {@code check}, {@code change} or {@code award}
   */
  @POST
  public String step(
      MultivaluedMap<String, String> form, @FormParam("step") @DefaultValue("check") String step) {
    Visit visit = visits.lecturer();
    Page page = launch.page();
    HandChoice choice = HandChoice.of(form);
    if (step.equals("change")) {
      return face.form(visit, page, choice);
    }
    UUID badgeClass = Objects.requireNonNull(visit.attachment()).badgeClassId();
    List<Learner> picked = face.picked(visit, choice);
    List<FieldFault> faults =
        DetailsForm.faults(choice.typed(), awardByHand.requirements(badgeClass));
    if (choice.picked().isEmpty() || (picked.isEmpty() && !step.equals("award"))) {
      faults.add(0, FieldFault.of("learner", "coursepage.hand.nobody"));
    }
    if (!faults.isEmpty()) {
      return face.form(visit, page, choice.with(faults));
    }
    if (!step.equals("award")) {
      return face.confirm(visit, page, choice);
    }
    List<FieldFault> parts = choice.partFaults(face.present(visit, choice));
    return parts.isEmpty()
        ? award(visit, page, choice, badgeClass)
        : face.confirm(visit, page, choice.with(parts));
  }

  private String award(Visit visit, Page page, HandChoice choice, UUID badgeClass) {
    Gift gift =
        new Gift(
            badgeClass,
            DetailsForm.details(choice.typed()),
            DetailsForm.from(choice.typed()),
            Origin.STAFF);
    List<UUID> present = face.present(visit, choice);
    return face.done(
        visit,
        page,
        choice,
        awardByHand.inCourse(
            present, choice.parts(present), visit.course().id(), gift, visit.session().actor()));
  }

  /** Takes back what was just given; what was claimed meanwhile stays. */
  @POST
  @Path("/undo")
  public String undo(MultivaluedMap<String, String> form) {
    Visit visit = visits.lecturer();
    Page page = launch.page();
    boolean kept = false;
    for (UUID each : new ArrayList<>(HandChoice.ids(form, "award"))) {
      kept |= !undone(each, visit, page);
    }
    return lecturers.render(
        visits.as(CourseRole.LECTURER),
        page,
        kept ? "coursepage.hand.undone-partly" : "coursepage.hand.undone");
  }

  private boolean undone(UUID award, Visit visit, Page page) {
    try {
      withdrawAward.withdraw(
          award,
          page.t("coursepage.hand.undo-why"),
          Reach.course(visit.course().id()),
          visit.session().actor());
      return true;
    } catch (ProblemException problem) {
      if (problem.type() != ProblemType.CONFLICT) {
        throw problem;
      }
      return false;
    }
  }
}
