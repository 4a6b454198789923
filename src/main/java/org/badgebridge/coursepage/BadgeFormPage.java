package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.ChangedMeanwhile;
import org.badgebridge.badgeclass.Editor;
import org.badgebridge.badgeclass.Editors;
import org.badgebridge.badgeclass.NewVersionNeeded;
import org.badgebridge.badgeclass.SaveForm;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.Attachment;
import org.badgebridge.web.Views;

/**
 * Where a lecturer changes, in the frame, the badge class that they made and that is shown here.
 */
@Path("/course/badge")
@InFrame
@Produces("text/html;charset=UTF-8")
public class BadgeFormPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LecturerFace face;
  private final BadgeClasses badgeClasses;
  private final Editors editors;
  private final SaveForm save;
  private final Views views;

  @Inject
  public BadgeFormPage(
      CurrentLaunch launch,
      Visits visits,
      LecturerFace face,
      BadgeClasses badgeClasses,
      Editors editors,
      SaveForm save,
      Views views) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.badgeClasses = badgeClasses;
    this.editors = editors;
    this.save = save;
    this.views = views;
  }

  @GET
  public String form() {
    BadgeClass badgeClass = badgeClass(visits.lecturer());
    return render(editors.of(badgeClass), "");
  }

  @POST
  public String save(MultivaluedMap<String, String> form) {
    Visit visit = visits.lecturer();
    BadgeClass badgeClass = badgeClass(visit);
    Editor editor = editors.typed(badgeClass, form);
    try {
      save.save(badgeClass, editor, form, visit.session().actor());
      return face.render(visits.lecturer(), launch.page(), "coursepage.badge.saved");
    } catch (InvalidFields invalid) {
      return render(editor.again(invalid.faults()), "");
    } catch (NewVersionNeeded needed) {
      return render(editor.asking(needed.number()), "");
    } catch (ChangedMeanwhile changed) {
      Editor now = editors.of(badgeClass(visit));
      return render(editor.onTopOf(now), ChangedMeanwhile.KEY);
    }
  }

  private BadgeClass badgeClass(Visit visit) {
    Attachment attachment = visit.attachment();
    if (attachment == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none");
    }
    return badgeClasses.inInstitution(attachment.badgeClassId(), visit.session().institutionId());
  }

  private String render(Editor editor, String notice) {
    return views.render(
        "coursepage/badge-form.jte", launch.page(), Map.of("editor", editor, "notice", notice));
  }
}
