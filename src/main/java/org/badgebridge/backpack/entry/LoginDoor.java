package org.badgebridge.backpack.entry;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.login.BeginLogin;
import org.badgebridge.login.FinishLogin;
import org.badgebridge.login.Login;
import org.badgebridge.login.LoginCookie;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.ComeBack;
import org.badgebridge.web.JustSignedInFilter;
import org.badgebridge.web.Page;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The way to an institution's provider, and back. */
@Path("/login/{institution: [0-9a-f-]{36}}")
@Produces("text/html;charset=UTF-8")
public class LoginDoor {

  private final BeginLogin beginning;
  private final FinishLogin finishing;
  private final EnterByLogin entering;
  private final SignInGate gate;
  private final SignedIn signedIn;
  private final AdminScreen screen;
  private final Views views;
  private final Words words;

  @Inject
  @SuppressWarnings("TooManyParameters") // there, back, and the three who come back
  public LoginDoor(
      BeginLogin beginning,
      FinishLogin finishing,
      EnterByLogin entering,
      SignInGate gate,
      SignedIn signedIn,
      AdminScreen screen,
      Views views,
      Words words) {
    this.beginning = beginning;
    this.finishing = finishing;
    this.entering = entering;
    this.gate = gate;
    this.signedIn = signedIn;
    this.screen = screen;
    this.views = views;
    this.words = words;
  }

  /**
   * Sends a visitor to the provider. A link and no form, because browsers hold a form to one site
   * on its whole way, and providers pass visitors on.
   *
   * @param link set by the owner of the open backpack, who {@link SignInGate#justSignedIn just
   *     signed in}, to add the login to it
   * @param site where the visitor comes from (Fetch Metadata): only our own page may send them
   */
  @GET
  @Path("begin")
  public Response begin(
      @PathParam("institution") UUID institution,
      @QueryParam("link") @Nullable String link,
      @HeaderParam("Sec-Fetch-Site") @DefaultValue("same-origin") String site,
      @Context HttpHeaders headers) {
    if (!site.equals("same-origin")) {
      throw new ProblemException(ProblemType.FORGED_REQUEST, "problem.forged-request.detail");
    }
    if (link != null && !gate.justSignedIn(headers.getCookies())) {
      return JustSignedInFilter.onceMore(WaysPage.ADDRESS);
    }
    String browser = LoginCookie.valueOrNew(headers.getCookies());
    Locale locale = locale(headers);
    URI provider =
        link == null
            ? beginning.enter(institution, browser, locale)
            : beginning.link(institution, visitor(headers), browser, locale);
    return Response.seeOther(provider)
        .cookie(LoginCookie.of(browser))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Takes the provider's answer. */
  @GET
  public Response back(
      @PathParam("institution") UUID institution,
      @QueryParam("code") @Nullable String code,
      @QueryParam("error") @Nullable String error,
      @QueryParam("state") @Nullable String state,
      @QueryParam("iss") @Nullable String issuer,
      @Context HttpHeaders headers) {
    Login login =
        finishing.finish(
            institution,
            new FinishLogin.Response(
                code, error, state, issuer, LoginCookie.value(headers.getCookies())));
    if (login.tests()) {
      return tested(login, headers);
    }
    return login.links() ? link(login, headers) : enter(login, headers);
  }

  private Response enter(Login login, HttpHeaders headers) {
    EnterByLogin.Entered entered = entering.enter(login);
    return Response.seeOther(
            entered.fresh()
                ? URI.create(WayDeeds.Done.NEW.address())
                : ComeBack.address(headers.getCookies()))
        .cookie(SessionCookie.of(Kind.PERSON, entered.token(), EnterBackpack.SESSION_LASTS))
        .cookie(ComeBack.gone(headers.getCookies()))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Response link(Login login, HttpHeaders headers) {
    UUID owner = visitor(headers);
    if (!owner.equals(login.subjectId())) {
      throw over();
    }
    Actor actor = new Actor(Actor.Kind.LEARNER, owner, "backpack " + owner);
    Optional<Doors.Door> other = entering.link(login, owner, actor, locale(headers));
    return other.isEmpty()
        ? WayDeeds.done(WayDeeds.Done.ADDED)
        : Response.ok(
                views.render(
                    "backpack/two.jte",
                    Page.open(locale(headers), words),
                    Map.of("others", List.of(other.get()), "address", "")))
            .header("Cache-Control", "no-store")
            .build();
  }

  private Response tested(Login login, HttpHeaders headers) {
    if (!gate.admitStaff(headers.getCookies()) || !signedIn.accountId().equals(login.subjectId())) {
      throw over();
    }
    return screen.show(200, "login/tested.jte", null, Map.of("login", login));
  }

  private UUID visitor(HttpHeaders headers) {
    return gate.visitor(headers.getCookies())
        .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED, "web.person-only"));
  }

  private static ProblemException over() {
    return new ProblemException(ProblemType.SIGN_IN_REQUIRED, "login.refused.over");
  }

  private static Locale locale(HttpHeaders headers) {
    return Words.choose(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
