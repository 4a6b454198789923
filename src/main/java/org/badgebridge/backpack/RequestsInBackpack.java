package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.request.AskForAward;
import org.badgebridge.award.request.AskForm;
import org.badgebridge.award.request.Asked;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.award.request.RequestRow;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** What a person asked for, what became of it, and what they can do about it. */
@Path(RequestsInBackpack.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class RequestsInBackpack {

  static final String ADDRESS = "/backpack/requests";
  private static final int SHOWN = 24;

  private final RequestList requests;
  private final AskForAward askForAward;
  private final BadgeClasses badgeClasses;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public RequestsInBackpack(
      RequestList requests,
      AskForAward askForAward,
      BadgeClasses badgeClasses,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.requests = requests;
    this.askForAward = askForAward;
    this.badgeClasses = badgeClasses;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String list(@QueryParam("after") @Nullable String after) {
    UUID key = Link.id(after);
    return views.render(
        "backpack/requests.jte",
        Page.open(signedIn.locale(), words),
        Map.of("slice", requests.ofPerson(signedIn.personId(), key, SHOWN), "first", key == null));
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") UUID id, @QueryParam("form") @Nullable String form) {
    RequestRow request = requests.own(id, signedIn.personId());
    boolean open = form != null && (request.state().live() || request.askableAgain());
    return page(200, request, open ? AskForm.of(request.details()) : AskForm.CLOSED);
  }

  @POST
  @Path("{id}/revise")
  public Response revise(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    AskForm form = AskForm.from(sent);
    try {
      askForAward.revise(id, signedIn.personId(), form.said(), signedIn.actor());
      return then(id);
    } catch (InvalidFields invalid) {
      return page(422, requests.own(id, signedIn.personId()), form.with(invalid));
    }
  }

  @POST
  @Path("{id}/again")
  public Response again(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    AskForm form = AskForm.from(sent);
    try {
      return then(askForAward.again(id, signedIn.personId(), form.said(), signedIn.actor()));
    } catch (InvalidFields invalid) {
      return page(422, requests.own(id, signedIn.personId()), form.with(invalid));
    }
  }

  @POST
  @Path("{id}/withdraw")
  public Response withdraw(@PathParam("id") UUID id) {
    askForAward.withdraw(id, signedIn.personId(), signedIn.actor());
    return then(id);
  }

  private static Response then(UUID id) {
    return Response.seeOther(URI.create(ADDRESS + "/" + id)).build();
  }

  private Response page(int status, RequestRow request, AskForm form) {
    Asked asked =
        Asked.of(badgeClasses.find(request.badgeClassId()).orElseThrow().content().awarding());
    return Response.status(status)
        .entity(
            views.render(
                "backpack/request.jte",
                Page.open(signedIn.locale(), words),
                Map.of("request", request, "asked", asked, "form", form)))
        .build();
  }
}
