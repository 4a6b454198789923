package org.badgebridge.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** What every administration page offers of one's own: the language, and signing out. */
@Path("/admin")
@StaffOnly
public class OwnSessionPage {

  private final OwnSession session;
  private final SignedIn signedIn;

  @Inject
  public OwnSessionPage(OwnSession session, SignedIn signedIn) {
    this.session = session;
    this.signedIn = signedIn;
  }

  @POST
  @Path("language")
  public Response language(@FormParam("language") @Nullable String language) {
    session.speak(signedIn.accountId(), Words.choose(language));
    return Response.seeOther(URI.create("/admin")).build();
  }

  @POST
  @Path("sign-out")
  public Response signOut(@CookieParam(SessionCookie.ADMINISTRATOR) @Nullable String token) {
    if (token != null) {
      session.end(token);
    }
    return Response.seeOther(URI.create("/admin/sign-in"))
        .cookie(SessionCookie.gone(Kind.ADMINISTRATOR))
        .build();
  }
}
