package org.badgebridge.credential.supplement;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.disclosure.Part;

/** The documents of a public badge that its owner shows with it. */
@Path("/assertions/{id: [0-9a-f-]{36}}/supplements/{supplement: [0-9a-f-]{36}}")
public class PublicSupplement {

  private final Credentials credentials;
  private final Supplements supplements;

  @Inject
  public PublicSupplement(Credentials credentials, Supplements supplements) {
    this.credentials = credentials;
    this.supplements = supplements;
  }

  @GET
  public Response file(@PathParam("id") UUID id, @PathParam("supplement") UUID supplement) {
    Credential credential = credentials.inPublic(id);
    Supplement found = supplements.one(credential.id(), supplement);
    if (!found.shown() || !credential.disclosure().shows(Part.SUPPLEMENTS)) {
      throw Supplements.missing();
    }
    return SupplementFile.answer(supplements, found);
  }
}
