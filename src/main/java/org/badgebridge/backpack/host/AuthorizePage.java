package org.badgebridge.backpack.host;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.credential.PersonsBadges;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.ComeBack;
import org.badgebridge.web.ContentSecurity;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/**
 * Where a host sends the owner of a backpack to be asked (RFC 6749 §4.1.1). Whoever is not in yet
 * goes through a door and comes back; nothing is written before they press.
 */
@Path(AuthorizePage.ADDRESS)
@Produces("text/html;charset=UTF-8")
public class AuthorizePage {

  static final String ADDRESS = "/authorize";

  /** For how long an owner can let a host come again; days. */
  static final List<Integer> DAYS = List.of(30, 90, 365);

  private final ReadRequest requests;
  private final ConnectHost connecting;
  private final HostAddresses addresses;
  private final PersonsBadges badges;
  private final SignInGate gate;
  private final Views views;
  private final Words words;

  @Inject
  @SuppressWarnings("TooManyParameters") // who asks, who answers, and what about
  AuthorizePage(
      ReadRequest requests,
      ConnectHost connecting,
      HostAddresses addresses,
      PersonsBadges badges,
      SignInGate gate,
      Views views,
      Words words) {
    this.requests = requests;
    this.connecting = connecting;
    this.addresses = addresses;
    this.badges = badges;
    this.gate = gate;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response ask(
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context HttpHeaders headers) {
    String query = request.getQueryString();
    try {
      HostRequest asked = requests.read(query);
      Optional<UUID> owner = gate.visitor(headers.getCookies());
      return owner.isEmpty()
          ? Response.seeOther(URI.create("/backpack/sign-in"))
              .cookie(ComeBack.to(ADDRESS + "?" + query))
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build()
          : consent(asked, query, owner.get(), response, headers);
    } catch (FaultyRequest faulty) {
      return faulty(faulty, headers);
    }
  }

  /**
   * What the owner says.
   *
   * @param query the host's request, as the page showed it; it is read anew
   * @param shown whose backpack the page was about
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @FormParam("request") @DefaultValue("") String query,
      @FormParam("owner") @DefaultValue("") String shown,
      @FormParam("answer") @DefaultValue("") String answer,
      @FormParam("badges") @DefaultValue("public") String wish,
      @FormParam("days") @DefaultValue("") String days,
      @Context HttpHeaders headers) {
    UUID owner =
        gate.visitor(headers.getCookies())
            .orElseThrow(
                () -> new ProblemException(ProblemType.SIGN_IN_REQUIRED, "web.person-only"));
    if (!owner.toString().equals(shown)) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.host.other-backpack");
    }
    try {
      HostRequest asked = requests.read(query);
      if (!answer.equals("allow")) {
        return to(asked.refused(addresses.issuer()));
      }
      Actor actor = new Actor(Actor.Kind.LEARNER, owner, "backpack " + owner);
      String code =
          connecting.connect(
              asked, owner, !wish.equals("all"), lasts(days), actor, language(headers));
      return to(asked.allowed(code, addresses.issuer()));
    } catch (FaultyRequest faulty) {
      return faulty(faulty, headers);
    }
  }

  /** What is not on the page counts as the shortest. */
  private static Duration lasts(String days) {
    return Duration.ofDays(
        DAYS.stream().filter(each -> each.toString().equals(days)).findFirst().orElse(DAYS.get(0)));
  }

  private static Response to(URI host) {
    return Response.seeOther(host).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private Response consent(
      HostRequest asked,
      String query,
      UUID owner,
      HttpServletResponse response,
      HttpHeaders headers) {
    // browsers hold a form to its policy also where the answer sends them
    ContentSecurity.apply(
        response, ContentSecurity.policy(List.of(), List.of(origin(asked.redirect()))));
    return page(
        200,
        "backpack/host/ask.jte",
        headers,
        Map.of(
            "asked",
            asked,
            "request",
            query,
            "owner",
            owner.toString(),
            "badges",
            badges.count(owner, null),
            "open",
            (long) badges.forEverybody(owner, null).size(),
            "days",
            DAYS));
  }

  private Response faulty(FaultyRequest faulty, HttpHeaders headers) {
    return page(
        400,
        "backpack/host/faulty.jte",
        headers,
        Map.of("host", faulty.host(), "fault", faulty.fault(), "back", faulty.back().toString()));
  }

  private Response page(
      int status, String view, HttpHeaders headers, Map<String, Object> parameters) {
    Page page = Page.open(language(headers), words);
    return Response.status(status)
        .entity(views.render(view, page, parameters))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Locale language(HttpHeaders headers) {
    return Words.choose(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
