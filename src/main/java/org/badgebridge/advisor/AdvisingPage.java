package org.badgebridge.advisor;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where the link of an advisor leads. It says nothing, not even whose it is, until a code to the
 * advisor's mailbox was typed; then the browser sees this one grant for a while. One that is over
 * says only that. Search engines are told to keep out, caches to keep nothing.
 */
@Path(AdvisingPage.ADDRESS + "/{grant: [0-9a-f-]{36}}")
@Produces("text/html;charset=UTF-8")
public class AdvisingPage {

  /** Before the grant's id. */
  static final String ADDRESS = "/advising";

  private final Grants grants;
  private final EnterByGrant entering;
  private final LookAtBackpack looking;
  private final SignInGate gate;
  private final Guesses guesses;
  private final Clock clock;
  private final Views views;
  private final Words words;

  @Inject
  public AdvisingPage(
      Grants grants,
      EnterByGrant entering,
      LookAtBackpack looking,
      SignInGate gate,
      Guesses guesses,
      Clock clock,
      Views views,
      Words words) {
    this.grants = grants;
    this.entering = entering;
    this.looking = looking;
    this.gate = gate;
    this.guesses = guesses;
    this.clock = clock;
    this.views = views;
    this.words = words;
  }

  /** The page with everything; before the code, the door. */
  @GET
  public Response show(@PathParam("grant") UUID id, @Context HttpHeaders headers) {
    Grant grant = found(id);
    Response shut = shut(grant, headers);
    return shut != null
        ? shut
        : page(
            200, "advisor/seen.jte", headers, Map.of("seen", looking.all(grant, reader(headers))));
  }

  /** One badge; before the code, the door. */
  @GET
  @Path("badges/{badge: [0-9a-f-]{36}}")
  public Response badge(
      @PathParam("grant") UUID id, @PathParam("badge") UUID badge, @Context HttpHeaders headers) {
    Grant grant = found(id);
    Response shut = shut(grant, headers);
    return shut != null
        ? shut
        : page(
            200,
            "advisor/badge.jte",
            headers,
            Map.of("seen", looking.badge(grant, badge), "back", at(id).toString()));
  }

  /** Sends a code to the advisor's mailbox, whoever asks; it does not say which that is. */
  @POST
  @Path("ask")
  public Response ask(
      @PathParam("grant") UUID id,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    Grant grant = found(id);
    guesses.count(request, "advisor code asked");
    return isOver(grant)
        ? over(headers)
        : code(200, grant, entering.ask(grant, reader(headers)), headers);
  }

  /** Takes the code. */
  @POST
  @Path("enter")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enter(
      @PathParam("grant") UUID id,
      @FormParam("asked") @DefaultValue("") String asked,
      @FormParam("code") @DefaultValue("") String code,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    Grant grant = found(id);
    guesses.count(request, "advisor code");
    if (isOver(grant)) {
      return over(headers);
    }
    UUID what = Link.id(asked);
    String token = what == null ? null : entering.enter(grant, what, code).orElse(null);
    if (token == null) {
      return code(422, grant, what == null ? UUID.randomUUID() : what, headers);
    }
    return Response.seeOther(at(id))
        .cookie(SessionCookie.of(Kind.ADVISOR, token, EnterByGrant.SESSION_LASTS))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Ends the visit. */
  @POST
  @Path("leave")
  public Response leave(@PathParam("grant") UUID id, @Context HttpHeaders headers) {
    found(id);
    String token = SessionCookie.token(headers.getCookies(), Kind.ADVISOR);
    if (token != null) {
      entering.leave(token);
    }
    return Response.seeOther(at(id)).cookie(SessionCookie.gone(Kind.ADVISOR)).build();
  }

  private Grant found(UUID id) {
    return grants.find(id).orElseThrow(Grants::missing);
  }

  /** What stands in the way of seeing a grant; null if nothing does. */
  private @Nullable Response shut(Grant grant, HttpHeaders headers) {
    if (isOver(grant)) {
      return over(headers);
    }
    boolean in = gate.advising(headers.getCookies()).filter(grant.id()::equals).isPresent();
    return in ? null : page(200, "advisor/door.jte", headers, Map.of("grant", grant.id()));
  }

  private boolean isOver(Grant grant) {
    return grant.state(clock.instant()) != Grant.State.OPEN;
  }

  private Response over(HttpHeaders headers) {
    return page(410, "advisor/over.jte", headers, Map.of());
  }

  private Response code(int status, Grant grant, UUID asked, HttpHeaders headers) {
    return page(
        status,
        "advisor/code.jte",
        headers,
        Map.of("grant", grant.id(), "asked", asked.toString(), "refused", status != 200));
  }

  private static URI at(UUID id) {
    return URI.create(ADDRESS + "/" + id);
  }

  private static Locale reader(HttpHeaders headers) {
    return Words.choose(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private Response page(int status, String view, HttpHeaders headers, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, Page.open(reader(headers), words), parts))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .build();
  }
}
