package org.badgebridge.pathway;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where learners see the paths they are on, what comes next and what is missing. */
@Path("/pathways")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class PathwaysPage {

  private final PathViews paths;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public PathwaysPage(PathViews paths, SignedIn signedIn, Views views, Words words) {
    this.paths = paths;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String list() {
    Page page = Page.open(signedIn.locale(), words);
    return render(page, paths.begun(signedIn.personId(), page.locale()));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  public String one(@PathParam("id") UUID id) {
    Page page = Page.open(signedIn.locale(), words);
    return render(
        page,
        List.of(
            paths
                .of(id, signedIn.personId(), page.locale())
                .orElseThrow(
                    () ->
                        new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"))));
  }

  private String render(Page page, List<PathView> shown) {
    return views.render("pathway/pathways.jte", page, Map.of("paths", shown));
  }
}
