package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.badgebridge.course.Activities;
import org.badgebridge.coursepage.RuleEditorFace.Shown;
import org.badgebridge.coursepage.editor.RuleDraft;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.AwardRule.Manner;
import org.badgebridge.rule.AwardRule.Mode;
import org.badgebridge.rule.AwardRule.OnChange;
import org.badgebridge.rule.ChangeRule;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.SwitchAttachment;

/** Where a lecturer combines conditions into the rule of the badge that an activity shows. */
@Path("/course/attachment/editor")
@InFrame
@Produces("text/html;charset=UTF-8")
public class RuleEditorPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final RuleEditorFace face;
  private final Attachments attachments;
  private final Activities activities;
  private final ChangeRule changeRule;
  private final SwitchAttachment switchAttachment;
  private final LecturerFace lecturers;

  @Inject
  public RuleEditorPage(
      CurrentLaunch launch,
      Visits visits,
      RuleEditorFace face,
      Attachments attachments,
      Activities activities,
      ChangeRule changeRule,
      SwitchAttachment switchAttachment,
      LecturerFace lecturers) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.attachments = attachments;
    this.activities = activities;
    this.changeRule = changeRule;
    this.switchAttachment = switchAttachment;
    this.lecturers = lecturers;
  }

  @GET
  public String show() {
    Visit visit = visits.lecturer();
    AwardRule rule = attachments.rule(attachment(visit).id());
    RuleTree tree = rule.tree().placed(activities.of(visit.link()).id());
    return show(visit, new Shown(RuleDraft.of(tree), rule.manner(), -1, List.of(), ""));
  }

  /** Does something to a line; nothing is saved. */
  @POST
  @Path("/edit")
  public String edit(
      MultivaluedMap<String, String> form, @FormParam("do") @DefaultValue("") String deed) {
    RuleDraft draft = RuleDraft.from(form);
    return show(
        visits.lecturer(),
        new Shown(draft.after(deed), manner(form), draft.landing(deed), List.of(), ""));
  }

  /** Who would get it by the draft as it stands; nothing is saved. */
  @POST
  @Path("/trial")
  public String trial(MultivaluedMap<String, String> form) {
    return face.trial(visits.lecturer(), launch.page(), RuleDraft.from(form));
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
    RuleDraft draft = RuleDraft.from(form);
    Manner manner = manner(form);
    try {
      RuleTree tree = face.rule(visit, draft); // a draft with faults switches nothing off
      return lecturers.render(
          visits.as(CourseRole.LECTURER), launch.page(), changed(visit, tree, manner, off));
    } catch (InvalidFields invalid) {
      return show(visit, new Shown(draft, manner, -1, invalid.faults(), ""));
    } catch (ProblemException problem) {
      if (problem.type() != ProblemType.CONFLICT) {
        throw problem;
      }
      return show(visit, new Shown(draft, manner, -1, List.of(), problem.detailKey()));
    }
  }

  /** Changes the rule; the message key says whether anything was to change. */
  private String changed(Visit visit, RuleTree tree, Manner manner, boolean off) {
    Attachment attachment = attachment(visit);
    if (off) {
      switchAttachment.off(attachment.id(), visit.course().id(), visit.session().actor());
    }
    int before = attachments.rule(attachment.id()).number();
    AwardRule after =
        changeRule.change(
            attachment.id(), visit.course().id(), tree, manner, visit.session().actor());
    return after.number() == before ? "coursepage.rule.unchanged" : "coursepage.rule.changed";
  }

  private String show(Visit visit, Shown shown) {
    return face.render(visit, launch.page(), shown);
  }

  private static Manner manner(MultivaluedMap<String, String> form) {
    return new Manner(
        named(Mode.values(), form.getFirst("mode"), Mode.AUTOMATIC),
        named(OnChange.values(), form.getFirst("change"), OnChange.KEEP),
        form.getFirst("again") != null);
  }

  private static <E extends Enum<E>> E named(E[] values, String name, E otherwise) {
    return Arrays.stream(values)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }

  private static Attachment attachment(Visit visit) {
    return Objects.requireNonNull(visit.attachment());
  }
}
