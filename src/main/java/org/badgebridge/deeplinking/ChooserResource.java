package org.badgebridge.deeplinking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.badgeclass.Authority;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.CreateBadgeClass;
import org.badgebridge.badgeclass.Editor;
import org.badgebridge.badgeclass.Editors;
import org.badgebridge.badgeclass.content.ReadForm;
import org.badgebridge.course.Course;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** The steps of "add a badge": pick or make the badge, choose the rule, go back to the course. */
@Path("/deep-linking")
@InFrame
@Produces("text/html;charset=UTF-8")
public class ChooserResource {

  private final CurrentLaunch launch;
  private final Chooser chooser;
  private final PickedCourse pickedCourse;
  private final CreateBadgeClass createBadgeClass;
  private final Editors editors;
  private final Authority authority;
  private final AddBadges addBadges;
  private final DeepLinkingAnswer answer;
  private final Views views;

  @Inject
  public ChooserResource(
      CurrentLaunch launch,
      Chooser chooser,
      PickedCourse pickedCourse,
      CreateBadgeClass createBadgeClass,
      Editors editors,
      Authority authority,
      AddBadges addBadges,
      DeepLinkingAnswer answer,
      Views views) {
    this.launch = launch;
    this.chooser = chooser;
    this.pickedCourse = pickedCourse;
    this.createBadgeClass = createBadgeClass;
    this.editors = editors;
    this.authority = authority;
    this.addBadges = addBadges;
    this.answer = answer;
    this.views = views;
  }

  @GET
  @Path("/badges")
  public String badges() {
    return chooser.badges(lecturer(), launch.page(), List.of());
  }

  @GET
  @Path("/more")
  public String more(
      @QueryParam("words") @Nullable String words, @QueryParam("after") @Nullable UUID after) {
    return chooser.more(lecturer(), launch.page(), words == null ? "" : words, after);
  }

  @GET
  @Path("/new")
  public String blank() {
    LaunchSession session = lecturer();
    return chooser.blank(launch.page(), editors.blank(session.institutionId(), session.locale()));
  }

  @POST
  @Path("/new")
  public String create(MultivaluedMap<String, String> form) {
    LaunchSession session = lecturer();
    Editor editor = editors.typed(session.institutionId(), form);
    ReadForm read = new ReadForm(editor.form());
    boolean publish = authority.lecturersPublish(session.institutionId());
    try {
      BadgeClass made =
          createBadgeClass.create(
              session.institutionId(),
              new CreateBadgeClass.Wish(read.content(), read.faults(), editor.issuerId(), publish),
              session.actor());
      return publish
          ? rule(new PickedBadges(List.of(made.id())), WishForm.usual(), List.of())
          : chooser.waiting(session, launch.page());
    } catch (InvalidFields invalid) {
      return chooser.blank(launch.page(), editor.again(invalid.faults()));
    }
  }

  @POST
  @Path("/rule")
  public String rule(MultivaluedMap<String, String> form) {
    try {
      return rule(picked(form), WishForm.usual(), List.of());
    } catch (InvalidFields invalid) {
      return chooser.badges(lecturer(), launch.page(), invalid.faults());
    }
  }

  /** The activities of the course, for the rule's form; the platform may take its time. */
  @POST
  @Path("/activities")
  public String activities(MultivaluedMap<String, String> form) {
    LaunchSession session = lecturer();
    return chooser.activities(pickedCourse.of(session), launch.page(), WishForm.from(form));
  }

  @POST
  @Path("/add")
  public String add(MultivaluedMap<String, String> form) {
    LaunchSession session = lecturer();
    Course course = pickedCourse.of(session);
    WishForm wish = WishForm.from(form);
    PickedBadges picked;
    try {
      picked = picked(form);
    } catch (InvalidFields invalid) {
      return chooser.badges(session, launch.page(), invalid.faults());
    }
    try {
      return goBack(session, addBadges.add(session, course, picked, wish.wish()));
    } catch (InvalidFields invalid) {
      return rule(picked, wish, invalid.faults());
    }
  }

  @POST
  @Path("/cancel")
  public String cancel() {
    return goBack(lecturer(), List.of());
  }

  private PickedBadges picked(MultivaluedMap<String, String> form) {
    PickedBadges picked = PickedBadges.from(form).some();
    if (picked.ids().size() > 1 && !Chooser.several(lecturer())) {
      throw new InvalidFields(List.of(FieldFault.of("badgeClass", "deeplinking.fault.one")));
    }
    return picked;
  }

  private String goBack(LaunchSession session, List<LinkedBadge> badges) {
    LaunchSession.DeepLinking asked = session.deepLinking();
    if (asked == null) {
      throw new ProblemException(ProblemType.CONFLICT, "problem.conflict.detail");
    }
    Page page = launch.page();
    return views.render(
        "deeplinking/return.jte",
        page,
        Map.of("url", asked.returnUrl(), "token", answer.sign(session, badges)));
  }

  private String rule(PickedBadges picked, WishForm form, List<FieldFault> faults) {
    LaunchSession session = lecturer();
    return chooser.rule(session, pickedCourse.of(session), launch.page(), picked, form, faults);
  }

  private LaunchSession lecturer() {
    LaunchSession session = launch.session();
    if (session.role() != CourseRole.LECTURER || session.context() == null) {
      throw new ProblemException(ProblemType.FORBIDDEN, "deeplinking.not-allowed");
    }
    return Objects.requireNonNull(session);
  }
}
