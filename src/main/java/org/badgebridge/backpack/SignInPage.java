package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.institution.Institutions;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Opens the backpack by a code that is sent to the learner's address. It looks the same whether
 * anybody has that address or not.
 */
@Path("/backpack/sign-in")
@Produces("text/html;charset=UTF-8")
public class SignInPage {

  private static final int LONGEST_ADDRESS = 320;

  private final EnterByMail entering;
  private final EnterBackpack doors;
  private final Institutions institutions;
  private final Guesses guesses;
  private final Views views;
  private final Words words;

  @Inject
  public SignInPage(
      EnterByMail entering,
      EnterBackpack doors,
      Institutions institutions,
      Guesses guesses,
      Views views,
      Words words) {
    this.entering = entering;
    this.doors = doors;
    this.institutions = institutions;
    this.guesses = guesses;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(@HeaderParam("Accept-Language") @Nullable String languages) {
    return address(200, "", false, languages);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      @FormParam("email") @DefaultValue("") String typed,
      @HeaderParam("Accept-Language") @Nullable String languages,
      @Context HttpServletRequest request) {
    guesses.count(request, "mail code asked");
    String email = typed.strip();
    if (email.length() > LONGEST_ADDRESS || !email.matches("[^\\s@]+@[^\\s@]+")) {
      return address(422, email, true, languages);
    }
    UUID asked = entering.ask(email, Words.choose(languages));
    return code(200, asked, email, false, languages);
  }

  @POST
  @Path("code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enter(
      @FormParam("asked") @DefaultValue("") String asked,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("code") @DefaultValue("") String code,
      @HeaderParam("Accept-Language") @Nullable String languages,
      @Context HttpServletRequest request) {
    guesses.count(request, "mail code");
    UUID id = Link.id(asked);
    List<EnterByMail.Door> open = id == null ? List.of() : entering.redeem(id, code);
    if (open.isEmpty()) {
      return code(422, id == null ? UUID.randomUUID() : id, email, true, languages);
    }
    if (open.size() > 1) {
      return choose(open, languages);
    }
    String token = doors.enter(open.get(0).code()).orElseThrow();
    return Response.seeOther(URI.create("/backpack"))
        .cookie(SessionCookie.of(Kind.PERSON, token, EnterBackpack.SESSION_LASTS))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Response address(int status, String email, boolean faulty, @Nullable String languages) {
    return page(
        status, "backpack/sign-in.jte", languages, Map.of("email", email, "faulty", faulty));
  }

  private Response code(
      int status, UUID asked, String email, boolean refused, @Nullable String languages) {
    return page(
        status,
        "backpack/code.jte",
        languages,
        Map.of("asked", asked.toString(), "email", email, "refused", refused));
  }

  private Response choose(List<EnterByMail.Door> open, @Nullable String languages) {
    Locale locale = Words.choose(languages);
    List<Choice> choices =
        open.stream()
            .map(
                door ->
                    new Choice(
                        door.code(),
                        door.institutionIds().stream()
                            .map(id -> institutions.get(id).name(locale))
                            .collect(Collectors.joining(", ")),
                        door.badges()))
            .toList();
    return page(200, "backpack/choose.jte", languages, Map.of("choices", choices));
  }

  /**
   * One backpack of several.
   *
   * @param code for its door
   * @param institutions that gave something to its owner
   */
  public record Choice(String code, String institutions, long badges) {}

  private Response page(
      int status, String view, @Nullable String languages, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, Page.open(Words.choose(languages), words), parts))
        .header("Cache-Control", "no-store")
        .build();
  }
}
