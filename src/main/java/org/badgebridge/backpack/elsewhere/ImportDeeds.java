package org.badgebridge.backpack.elsewhere;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.verification.VerifyingTurns;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;

/** What an owner does with a badge of another issuer; each answers with the page of it. */
@Path(ElsewherePage.ADDRESS)
@PersonOnly
public class ImportDeeds {

  private final ImportLedger ledger;
  private final CheckAgain checking;
  private final VerifyingTurns turns;
  private final SignedIn signedIn;
  @Context private HttpServletRequest request;

  @Inject
  public ImportDeeds(
      ImportLedger ledger, CheckAgain checking, VerifyingTurns turns, SignedIn signedIn) {
    this.ledger = ledger;
    this.checking = checking;
    this.turns = turns;
    this.signedIn = signedIn;
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/keep")
  public Response keep(@PathParam("id") UUID id) {
    ledger.keep(signedIn.personId(), id, signedIn.actor());
    return Response.seeOther(ImportedPage.then(id, "kept")).build();
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/check")
  public Response check(@PathParam("id") UUID id) {
    turns.take(
        request,
        () -> {
          checking.check(signedIn.personId(), id);
          return id;
        });
    return Response.seeOther(ImportedPage.then(id, "checked")).build();
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/remove")
  public Response remove(@PathParam("id") UUID id) {
    ledger.remove(signedIn.personId(), id, signedIn.actor());
    return Response.seeOther(URI.create(ElsewherePage.ADDRESS)).build();
  }
}
