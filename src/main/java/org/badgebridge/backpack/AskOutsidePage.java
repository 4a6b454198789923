package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.request.AskForAward;
import org.badgebridge.award.request.AskForm;
import org.badgebridge.award.request.Asked;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where a person asks for a badge outside any course, if it takes requests. */
@Path("/backpack/ask/{badge: [0-9a-f-]{36}}")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class AskOutsidePage {

  private final BadgeClasses badgeClasses;
  private final AskForAward askForAward;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public AskOutsidePage(
      BadgeClasses badgeClasses,
      AskForAward askForAward,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.badgeClasses = badgeClasses;
    this.askForAward = askForAward;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(@PathParam("badge") UUID badge) {
    return page(200, required(badge), AskForm.of(AwardDetails.NONE));
  }

  @POST
  public Response ask(@PathParam("badge") UUID badge, MultivaluedMap<String, String> sent) {
    BadgeClass badgeClass = required(badge);
    AskForm form = AskForm.from(sent);
    try {
      UUID request = askForAward.askAs(signedIn.personId(), badge, form.said(), signedIn.actor());
      return Response.seeOther(URI.create(RequestsInBackpack.ADDRESS + "/" + request)).build();
    } catch (InvalidFields invalid) {
      return page(422, badgeClass, form.with(invalid));
    }
  }

  private BadgeClass required(UUID id) {
    return badgeClasses
        .find(id)
        .filter(each -> each.state() == BadgeClass.State.PUBLISHED)
        .filter(each -> each.content().awarding().requestsOpen())
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "award.request.closed"));
  }

  private Response page(int status, BadgeClass badgeClass, AskForm form) {
    return Response.status(status)
        .entity(
            views.render(
                "backpack/ask.jte",
                Page.open(signedIn.locale(), words),
                Map.of(
                    "badgeClass",
                    badgeClass,
                    "asked",
                    Asked.of(badgeClass.content().awarding()),
                    "form",
                    form)))
        .build();
  }
}
