package org.badgebridge.naming;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** What stands beside a learner's badges, and how they have it corrected. */
@Path(NamesPage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class NamesPage {

  static final String ADDRESS = "/backpack/names";

  private final NamedAccounts accounts;
  private final AskForName asking;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public NamesPage(
      NamedAccounts accounts, AskForName asking, SignedIn signedIn, Views views, Words words) {
    this.accounts = accounts;
    this.asking = asking;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show() {
    return page(200, "", List.of());
  }

  @POST
  @Path("{account: [0-9a-f-]{36}}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      @PathParam("account") UUID account, @FormParam("name") @DefaultValue("") String name) {
    try {
      asking.ask(signedIn.personId(), account, name, signedIn.actor());
      return back();
    } catch (InvalidFields invalid) {
      return page(422, name, invalid.faults());
    }
  }

  @POST
  @Path("{account: [0-9a-f-]{36}}/withdraw")
  public Response withdraw(@PathParam("account") UUID account) {
    asking.withdraw(signedIn.personId(), account, signedIn.actor());
    return back();
  }

  @POST
  @Path("{account: [0-9a-f-]{36}}/lift")
  public Response lift(@PathParam("account") UUID account) {
    asking.lift(signedIn.personId(), account, signedIn.actor());
    return back();
  }

  private static Response back() {
    return Response.seeOther(URI.create(ADDRESS)).build();
  }

  private Response page(int status, String typed, List<FieldFault> faults) {
    return Response.status(status)
        .entity(
            views.render(
                "naming/names.jte",
                Page.open(signedIn.locale(), words),
                Map.of(
                    "accounts",
                    accounts.of(signedIn.personId()),
                    "typed",
                    typed,
                    "faults",
                    faults)))
        .build();
  }
}
