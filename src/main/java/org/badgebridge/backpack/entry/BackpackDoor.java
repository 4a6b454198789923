package org.badgebridge.backpack.entry;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.ComeBack;
import org.badgebridge.web.CourseLanguage;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Page;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The way into the backpack, and out. The code travels in the body, never in an address. */
@Path("/backpack")
public class BackpackDoor {

  private final EnterBackpack entering;
  private final SignInGate gate;
  private final PublicOrigin origin;
  private final Guesses guesses;
  private final Views views;
  private final Words words;

  @Inject
  public BackpackDoor(
      EnterBackpack entering,
      SignInGate gate,
      PublicOrigin origin,
      Guesses guesses,
      Views views,
      Words words) {
    this.entering = entering;
    this.gate = gate;
    this.origin = origin;
    this.guesses = guesses;
    this.views = views;
    this.words = words;
  }

  /**
   * Opens a backpack. Where another is open in this browser, its owner first chooses between
   * joining the two and changing over.
   *
   * @param change set once they chose to change over
   * @param language of the course from which they come
   */
  @POST
  @Path("enter")
  @Consumes("application/x-www-form-urlencoded")
  @Produces("text/html;charset=UTF-8")
  public Response enter(
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("change") @Nullable String change,
      @FormParam("language") @Nullable String language,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers) {
    Locale locale = Words.choose(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Optional<Doors.Door> other =
        change != null
            ? Optional.empty()
            : gate.visitor(headers.getCookies())
                .flatMap(open -> entering.other(code, open, locale));
    if (other.isPresent()) {
      return Response.ok(
              views.render(
                  "backpack/two.jte",
                  Page.open(locale, words),
                  Map.of("others", List.of(other.get()), "address", "")))
          .cookie(CourseLanguage.keep(language, EnterBackpack.SESSION_LASTS))
          .header("Cache-Control", "no-store")
          .build();
    }
    String token = entering.enter(code).orElseThrow(() -> refusal(request));
    return Response.seeOther(
            URI.create(origin.at(ComeBack.address(headers.getCookies()).toString())))
        .cookie(SessionCookie.of(Kind.PERSON, token, EnterBackpack.SESSION_LASTS))
        .cookie(CourseLanguage.keep(language, EnterBackpack.SESSION_LASTS))
        .cookie(ComeBack.gone(headers.getCookies()))
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
        .cookie(SessionCookie.gone(Kind.PERSON), CourseLanguage.gone())
        .build();
  }
}
