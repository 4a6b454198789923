package org.badgebridge.advisor;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Whom a learner lets see something, and the form that lets one more. */
@Path(AdvisorsPage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class AdvisorsPage {

  static final String ADDRESS = "/backpack/advisors";

  private static final int SHOWN = 24;

  private final Grants grants;
  private final GrantAdvisor granting;
  private final SeenBackpacks backpacks;
  private final LearnerName names;
  private final Clock clock;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public AdvisorsPage(
      Grants grants,
      GrantAdvisor granting,
      SeenBackpacks backpacks,
      LearnerName names,
      Clock clock,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.grants = grants;
    this.granting = granting;
    this.backpacks = backpacks;
    this.names = names;
    this.clock = clock;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response list(@QueryParam("after") @Nullable String after) {
    UUID key = Link.id(after);
    return page(
        200,
        "advisor/list.jte",
        Map.of(
            "slice",
            grants.of(signedIn.personId(), key, SHOWN),
            "now",
            clock.instant(),
            "first",
            key == null));
  }

  @GET
  @Path("new")
  public Response form() {
    return form(200, GrantWish.USUALLY, List.of());
  }

  /** Lets an advisor see what was chosen, and answers with the page of that. */
  @POST
  public Response grant(MultivaluedMap<String, String> sent) {
    GrantWish wish = GrantWish.typed(sent);
    try {
      UUID id = granting.grant(signedIn.personId(), wish, signedIn.actor(), signedIn.locale());
      return Response.seeOther(URI.create(ADDRESS + "/" + id)).build();
    } catch (InvalidFields invalid) {
      return form(422, wish, invalid.faults());
    }
  }

  private Response form(int status, GrantWish wish, List<FieldFault> faults) {
    return page(
        status,
        "advisor/form.jte",
        Map.of(
            "wish",
            wish,
            "kept",
            backpacks.kept(signedIn.personId()),
            "learner",
            names.of(signedIn.personId()),
            "faults",
            faults));
  }

  private Response page(int status, String view, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, Page.open(signedIn.locale(), words), parts))
        .build();
  }
}
