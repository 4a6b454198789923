package org.badgebridge.award.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.award.request.DecideRequests.Done;
import org.badgebridge.award.request.DecideRequests.Word;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** One request, with all it says, to be decided. */
@Path(RequestsPage.ADDRESS + "/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class RequestPage {

  private final RequestsAtHand atHand;
  private final RequestSheets sheets;
  private final DecideRequests decideRequests;
  private final Institutions institutions;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public RequestPage(
      RequestsAtHand atHand,
      RequestSheets sheets,
      DecideRequests decideRequests,
      Institutions institutions,
      SignedIn signedIn,
      AdminScreen screen) {
    this.atHand = atHand;
    this.sheets = sheets;
    this.decideRequests = decideRequests;
    this.institutions = institutions;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("id") UUID id) {
    atHand.get(id, Reach.STAFF, signedIn.actor());
    return show(200, id, DecisionForm.EMPTY);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    AwardRequest request = atHand.get(id, Reach.STAFF, signedIn.actor());
    DecisionForm form = DecisionForm.from(sent);
    try {
      Done done =
          decideRequests.one(
              Word.named(sent.getFirst("word")), id, form, Reach.STAFF, signedIn.actor());
      return back(request.institutionId(), done);
    } catch (InvalidFields invalid) {
      return show(422, id, form.with(invalid));
    }
  }

  private static Response back(UUID institution, Done done) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("institution", institution.toString());
    all.put("done", done.word().name());
    all.put("n", Integer.toString(done.done()));
    all.put("left", Integer.toString(done.left()));
    return Response.seeOther(URI.create(Link.to(RequestsPage.ADDRESS, all))).build();
  }

  private Response show(int status, UUID id, DecisionForm form) {
    RequestSheets.Sheet sheet = sheets.of(id);
    return screen.show(
        status,
        "award/request.jte",
        institutions.get(sheet.request().institutionId()).accent(),
        Map.of("sheet", sheet, "form", form));
  }
}
