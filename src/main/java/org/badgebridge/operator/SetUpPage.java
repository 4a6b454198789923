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

/** Where a set-up link or an invitation leads: name, address, password, done. */
@Path(SetUpPage.ADDRESS)
@Produces("text/html;charset=UTF-8")
public class SetUpPage {

  static final String ADDRESS = "/admin/set-up";

  private final JoinAdministrators join;
  private final Passwords passwords;
  private final Guesses guesses;
  private final Screen screen;

  @Inject
  public SetUpPage(JoinAdministrators join, Passwords passwords, Guesses guesses, Screen screen) {
    this.join = join;
    this.passwords = passwords;
    this.guesses = guesses;
    this.screen = screen;
  }

  @GET
  public Response show(@HeaderParam("Accept-Language") @Nullable String languages) {
    return form(200, Words.choose(languages), JoinForm.empty(), Map.of());
  }

  @POST
  public Response join(
      @HeaderParam("Accept-Language") @Nullable String languages,
      @FormParam("code") @Nullable String code,
      @FormParam("name") @Nullable String name,
      @FormParam("email") @Nullable String email,
      @FormParam("password") @Nullable String password,
      @FormParam("repeated") @Nullable String repeated,
      @Context HttpServletRequest request) {
    Locale locale = Words.choose(languages);
    JoinForm form = JoinForm.of(code, name, email, password, repeated);
    Map<String, String> faults = form.faults(passwords);
    if (!faults.isEmpty()) {
      return form(422, locale, form, faults);
    }
    guesses.count(request, "set-up code");
    Joined joined = join.join(form, passwords.hash(form.password()), locale);
    if (!joined.faults().isEmpty()) {
      return form(422, locale, form, joined.faults());
    }
    return Response.seeOther(URI.create("/admin"))
        .cookie(SessionCookie.of(Kind.ADMINISTRATOR, joined.token(), SignIn.SESSION_LASTS))
        .build();
  }

  private Response form(int status, Locale locale, JoinForm form, Map<String, String> faults) {
    return screen.answer(
        status, "operator/set-up.jte", locale, Map.of("form", form, "faults", faults));
  }
}
