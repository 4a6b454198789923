package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.delivery.RemindLearners;
import org.badgebridge.delivery.Reminded;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.web.Page;

/** A lecturer reminds a learner of the course of what waits for them unseen, as staff can. */
@Path("/course/decisions/{id}/remind")
@InFrame
@Produces("text/html;charset=UTF-8")
public class CourseRemindPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LecturerFace face;
  private final RemindLearners remind;

  @Inject
  public CourseRemindPage(
      CurrentLaunch launch, Visits visits, LecturerFace face, RemindLearners remind) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.remind = remind;
  }

  /** Reminds them, and says whether they are, or why not. */
  @POST
  public String remind(@PathParam("id") UUID id) {
    Visit visit = visits.lecturer();
    Reminded became =
        remind
            .remind(List.of(id), Reach.course(visit.course().id()), visit.session().actor())
            .get(0);
    Page page = launch.page();
    return face.saying(
        visit,
        page,
        page.t(
            "coursepage.people.reminded",
            became.learner(),
            page.t("delivery.reminded." + became.result().slug(), page.day(became.at()))));
  }
}
