package org.badgebridge.credential.supplement;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where staff join documents to a claimed award, for those who may award its badge class. */
@Path(SupplementsPage.ADDRESS)
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class SupplementsPage {

  static final String ADDRESS = "/admin/direct-awards/{award: [0-9a-f-]{36}}/supplements";

  private final Credentials credentials;
  private final Supplements supplements;
  private final JoinSupplement joining;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public SupplementsPage(
      Credentials credentials,
      Supplements supplements,
      JoinSupplement joining,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.credentials = credentials;
    this.supplements = supplements;
    this.joining = joining;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String show(@PathParam("award") UUID award) {
    Credential credential = credential(award);
    return views.render(
        "credential/supplement/page.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "award",
            award,
            "badge",
            IssuedBadge.read(credential).name(),
            "supplements",
            supplements.of(credential.id())));
  }

  @GET
  @Path("{id}")
  public Response file(@PathParam("award") UUID award, @PathParam("id") UUID id) {
    return SupplementFile.answer(supplements, supplements.one(credential(award).id(), id));
  }

  @POST
  @Path("{id}/name")
  public Response name(
      @PathParam("award") UUID award,
      @PathParam("id") UUID id,
      @FormParam("title") @DefaultValue("") String title) {
    joining.name(award, id, title.strip(), signedIn.actor());
    return then(award);
  }

  @POST
  @Path("{id}/withdraw")
  public Response withdraw(@PathParam("award") UUID award, @PathParam("id") UUID id) {
    joining.withdraw(award, id, signedIn.actor());
    return then(award);
  }

  static URI address(UUID award) {
    return URI.create("/admin/direct-awards/" + award + "/supplements");
  }

  private static Response then(UUID award) {
    return Response.seeOther(address(award)).build();
  }

  private Credential credential(UUID id) {
    joining.require(id, signedIn.actor());
    return credentials
        .ofAward(id)
        .orElseThrow(
            () -> new ProblemException(ProblemType.CONFLICT, "credential.supplement.not-claimed"));
  }
}
