package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.request.DecideRequests.Done;
import org.badgebridge.award.request.DecisionForm;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.award.request.RequestSheets;
import org.badgebridge.award.request.RequestState;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** What a lecturer sees of the requests of a course. */
@ApplicationScoped
public class RequestsFace {

  /** Requests of one page. */
  private static final int SHOWN = 25;

  private final RequestList list;
  private final RequestSheets sheets;
  private final Views views;

  @Inject
  public RequestsFace(RequestList list, RequestSheets sheets, Views views) {
    this.list = list;
    this.sheets = sheets;
    this.views = views;
  }

  /** The list in a state, from the key of a page on. */
  String list(UUID courseId, RequestState state, @Nullable UUID after, Page page) {
    return list(courseId, state, after, DecisionForm.EMPTY, null, page);
  }

  /** The first page of what waits, after something was done about it. */
  String done(UUID courseId, Done done, Page page) {
    return list(courseId, RequestState.OPEN, null, DecisionForm.EMPTY, done, page);
  }

  /** The page of the list with the form as it was sent. */
  String refused(UUID courseId, @Nullable UUID after, DecisionForm form, Page page) {
    return list(courseId, RequestState.OPEN, after, form, null, page);
  }

  private String list(
      UUID courseId,
      RequestState state,
      @Nullable UUID after,
      DecisionForm form,
      @Nullable Done done,
      Page page) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("state", state);
    parts.put("slice", list.ofCourse(courseId, state, after, SHOWN));
    parts.put("form", form);
    parts.put("after", after == null ? "" : after.toString());
    parts.put("done", done);
    return views.render("coursepage/requests.jte", page, parts);
  }

  /** One request of the course, which the caller has made sure of. */
  String one(UUID id, DecisionForm form, Page page) {
    return views.render(
        "coursepage/request.jte", page, Map.of("sheet", sheets.of(id), "form", form));
  }
}
