package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Insights;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.web.Views;

/** What a lecturer reads about the badges of the course, and of no other. */
@Path("/course/insight")
@InFrame
@Produces("text/html;charset=UTF-8")
public class CourseInsightPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final Insights insights;
  private final Views views;

  @Inject
  public CourseInsightPage(CurrentLaunch launch, Visits visits, Insights insights, Views views) {
    this.launch = launch;
    this.visits = visits;
    this.insights = insights;
    this.views = views;
  }

  @GET
  public String show() {
    Visit visit = visits.as(CourseRole.LECTURER);
    Filter filter = Filter.all(visit.session().institutionId()).in(visit.course().id());
    return views.render(
        "coursepage/insight.jte", launch.page(), Map.of("overview", insights.of(filter)));
  }
}
