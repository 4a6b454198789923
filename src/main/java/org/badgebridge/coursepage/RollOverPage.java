package org.badgebridge.coursepage;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.deeplinking.Chooser;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.ActivityCatalogue;
import org.badgebridge.passback.ActivityCatalogue.Offered;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.PlaceRule;
import org.badgebridge.rule.RollOver;

/** Where a lecturer of a copied course takes over the badges that came along. */
@Path("/course/roll-over")
@InFrame
@Produces("text/html;charset=UTF-8")
public class RollOverPage {

  private static final System.Logger LOG = System.getLogger(RollOverPage.class.getName());

  private final CurrentLaunch launch;
  private final Visits visits;
  private final RollOverFace face;
  private final RollOver rollOver;
  private final LinkOrigin linkOrigin;
  private final PlaceRule placeRule;
  private final Iterable<ActivityCatalogue> catalogues;
  private final Chooser chooser;

  @Inject
  public RollOverPage(
      CurrentLaunch launch,
      Visits visits,
      RollOverFace face,
      RollOver rollOver,
      LinkOrigin linkOrigin,
      PlaceRule placeRule,
      Instance<ActivityCatalogue> catalogues,
      Chooser chooser) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.rollOver = rollOver;
    this.linkOrigin = linkOrigin;
    this.placeRule = placeRule;
    this.catalogues = catalogues;
    this.chooser = chooser;
  }

  @GET
  public String show() {
    return render(0);
  }

  /** Takes these over as drafts; the activity where the lecturer is shows its own at once. */
  @POST
  public String use(@FormParam("attachment") List<String> chosen) {
    Visit visit = visits.as(CourseRole.LECTURER);
    List<Offered> there = there(visit.course());
    Map<UUID, Attachment> used = new LinkedHashMap<>();
    for (UUID old : chosen.stream().map(RollOverPage::id).toList()) {
      used.put(old, rollOver.use(old, visit.course(), there, visit.session().actor()));
    }
    if (visit.attachment() == null) {
      mine(visit, used)
          .ifPresent(copy -> placeRule.place(copy.id(), visit.link(), visit.session().actor()));
    }
    return render(used.size());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(e, ProblemType.NOT_FOUND, "rule.not-found");
    }
  }

  /** The usual choice of a badge instead. */
  @GET
  @Path("/other")
  public String other() {
    Visit visit = visits.as(CourseRole.LECTURER);
    if (visit.attachment() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.not-found");
    }
    return chooser.badges(visit.session(), launch.page(), List.of());
  }

  /** What this activity showed before; where that is unknown, the only one that was chosen here. */
  private Optional<Attachment> mine(Visit visit, Map<UUID, Attachment> used) {
    Optional<Attachment> before = linkOrigin.of(visit.session(), visit.course());
    if (before.isPresent()) {
      return before.map(Attachment::id).map(used::get);
    }
    return used.size() == 1 ? used.values().stream().findFirst() : Optional.empty();
  }

  /** Who cannot be asked now leaves conditions without their activities; the page names them. */
  private List<Offered> there(Course course) {
    for (ActivityCatalogue each : catalogues) {
      try {
        if (each.covers(course)) {
          return each.offered(course);
        }
      } catch (ExternalRefusal | ExternalUnavailable e) {
        LOG.log(WARNING, "activities of course=" + course.id() + ": " + e.getMessage());
      }
    }
    return List.of();
  }

  private String render(int used) {
    return face.render(visits.as(CourseRole.LECTURER), launch.page(), used)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "rule.not-found"));
  }
}
