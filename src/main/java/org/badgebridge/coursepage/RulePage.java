package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.badgebridge.deeplinking.Wish;
import org.badgebridge.deeplinking.WishForm;
import org.badgebridge.identity.Actor;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.SwitchAttachment;

/** Where a lecturer changes the rule of the badge that an activity shows. */
@Path("/course/attachment/rule")
@InFrame
@Produces("text/html;charset=UTF-8")
public class RulePage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final RuleFace face;
  private final NextRule nextRule;
  private final SwitchAttachment switchAttachment;
  private final LecturerFace lecturers;

  @Inject
  public RulePage(
      CurrentLaunch launch,
      Visits visits,
      RuleFace face,
      NextRule nextRule,
      SwitchAttachment switchAttachment,
      LecturerFace lecturers) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.nextRule = nextRule;
    this.switchAttachment = switchAttachment;
    this.lecturers = lecturers;
  }

  @GET
  public String show() {
    Visit visit = visits.lecturer();
    return face.render(visit, launch.page(), nextRule.present(visit), List.of(), null);
  }

  /** Who would get it by the rule as the form stands now; nothing is saved. */
  @POST
  @Path("/trial")
  public String trial(MultivaluedMap<String, String> form) {
    return face.trial(visits.lecturer(), launch.page(), WishForm.from(form));
  }

  /**
   * Makes the next version of the rule.
   *
   * @param off whether to switch the badge off before, because the new rule needs something that is
   *     not ready
   */
  @POST
  public String change(MultivaluedMap<String, String> form, @FormParam("off") boolean off) {
    Visit visit = visits.lecturer();
    Actor lecturer = visit.session().actor();
    WishForm wanted = WishForm.from(form);
    try {
      Wish wish = wanted.wish(); // a form with faults switches nothing off
      if (off) {
        Attachment attachment = Objects.requireNonNull(visit.attachment());
        switchAttachment.off(attachment.id(), visit.course().id(), lecturer);
      }
      boolean changed = nextRule.change(visit, wish);
      return lecturers.render(
          visits.as(CourseRole.LECTURER),
          launch.page(),
          changed ? "coursepage.rule.changed" : "coursepage.rule.unchanged");
    } catch (InvalidFields invalid) {
      return face.render(visit, launch.page(), wanted, invalid.faults(), null);
    } catch (ProblemException problem) {
      if (problem.type() != ProblemType.CONFLICT) {
        throw problem;
      }
      return face.render(visit, launch.page(), wanted, List.of(), problem.detailKey());
    }
  }
}
