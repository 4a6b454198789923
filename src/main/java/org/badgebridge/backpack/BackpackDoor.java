package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.SessionCookie;
import org.jspecify.annotations.Nullable;

/** The way into the backpack, and out. The code travels in the body, never in an address. */
@Path("/backpack")
public class BackpackDoor {

  private final EnterBackpack entering;
  private final PublicOrigin origin;
  private final Guesses guesses;

  @Inject
  public BackpackDoor(EnterBackpack entering, PublicOrigin origin, Guesses guesses) {
    this.entering = entering;
    this.origin = origin;
    this.guesses = guesses;
  }

  @POST
  @Path("enter")
  @Consumes("application/x-www-form-urlencoded")
  public Response enter(
      @FormParam("code") @Nullable String code, @Context HttpServletRequest request) {
    String token = entering.enter(code == null ? "" : code).orElseThrow(() -> refusal(request));
    return Response.seeOther(URI.create(origin.at("/backpack")))
        .cookie(SessionCookie.of(Kind.PERSON, token, EnterBackpack.SESSION_LASTS))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Only wrong codes count: a whole class may come in at once from one school's address. */
  private ProblemException refusal(HttpServletRequest request) {
    guesses.count(request, "backpack code");
    return new ProblemException(ProblemType.SIGN_IN_REQUIRED, "backpack.enter-refused");
  }

  @POST
  @Path("leave")
  public Response leave(@Context HttpHeaders headers) {
    String token = SessionCookie.token(headers.getCookies(), Kind.PERSON);
    if (token != null) {
      entering.leave(token);
    }
    return Response.seeOther(URI.create(origin.at("/")))
        .cookie(SessionCookie.gone(Kind.PERSON))
        .build();
  }
}
