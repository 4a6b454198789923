package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchPage;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.launch.MessageType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Answers the launch of an activity with the lecturer's or the learner's page. */
@ApplicationScoped
public class CoursePage implements LaunchPage {

  private final RecordVisit recordVisit;
  private final LearnerFace learners;
  private final LecturerFace lecturers;
  private final Views views;
  private final Words words;

  @Inject
  public CoursePage(
      RecordVisit recordVisit,
      LearnerFace learners,
      LecturerFace lecturers,
      Views views,
      Words words) {
    this.recordVisit = recordVisit;
    this.learners = learners;
    this.lecturers = lecturers;
    this.views = views;
    this.words = words;
  }

  @Override
  public MessageType answers() {
    return MessageType.RESOURCE_LINK;
  }

  @Override
  public String open(LaunchSession session, String bearer) {
    Page page = session.page(words, bearer);
    return views.render("coursepage/page.jte", page, Map.of("body", content(session, page)));
  }

  private String content(LaunchSession session, Page page) {
    if (session.context() == null) {
      return views.render(
          "coursepage/message.jte",
          page,
          Map.of(
              "title",
              page.t("coursepage.no-course.title"),
              "detail",
              page.t("coursepage.no-course.detail")));
    }
    Visit visit = recordVisit.record(session);
    return session.role() == CourseRole.LECTURER
        ? lecturers.render(visit, page)
        : learners.render(visit, page);
  }
}
