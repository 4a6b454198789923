package org.badgebridge.operator;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The administrators' door. */
@Path("/admin/sign-in")
@Produces("text/html;charset=UTF-8")
public class SignInPage {

  private final SignIn signIn;
  private final Guesses guesses;
  private final Screen screen;

  @Inject
  public SignInPage(SignIn signIn, Guesses guesses, Screen screen) {
    this.signIn = signIn;
    this.guesses = guesses;
    this.screen = screen;
  }

  @GET
  public Response show(@HeaderParam("Accept-Language") @Nullable String languages) {
    return form(200, Words.choose(languages), "", false);
  }

  @POST
  public Response signIn(
      @HeaderParam("Accept-Language") @Nullable String languages,
      @FormParam("email") @Nullable String email,
      @FormParam("password") @Nullable String password,
      @Context HttpServletRequest request) {
    guesses.count(request, "password");
    String address = email == null ? "" : email;
    return signIn
        .signIn(address, password == null ? "" : password)
        .map(
            token ->
                Response.seeOther(URI.create("/admin"))
                    .cookie(SessionCookie.of(Kind.ADMINISTRATOR, token, SignIn.SESSION_LASTS))
                    .build())
        .orElseGet(() -> form(401, Words.choose(languages), address, true));
  }

  private Response form(int status, Locale locale, String email, boolean refused) {
    return screen.answer(
        status, "operator/sign-in.jte", locale, Map.of("email", email, "refused", refused));
  }
}
