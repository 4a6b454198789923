package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.badgebridge.badgeclass.Authority;
import org.badgebridge.badgeclass.TakePicture;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The own picture of a badge class, for a lecturer in the frame. */
@Path("/course/picture")
@InFrame
public class PicturePage {

  private final CurrentLaunch launch;
  private final Authority authority;
  private final TakePicture take;

  @Inject
  public PicturePage(CurrentLaunch launch, Authority authority, TakePicture take) {
    this.launch = launch;
    this.authority = authority;
    this.take = take;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces("text/html;charset=UTF-8")
  public Response take(InputStream file) throws IOException {
    LaunchSession session = launch.session();
    if (session.role() != CourseRole.LECTURER
        || !authority.lecturersCreate(session.institutionId())) {
      throw new ProblemException(ProblemType.FORBIDDEN, "badgeclass.lecturers-none");
    }
    return take.take(file, session.institutionId(), session.actor(), launch.page());
  }
}
