package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.ClaimLinks;
import org.badgebridge.award.DeclineAward;
import org.badgebridge.institution.Terms;
import org.badgebridge.institution.TermsBook;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where a link in a message leads. Opening it only shows, so that programs that look into mail use
 * nothing up; a press of a button claims or declines.
 */
@Path("/claim/{token}")
@Produces("text/html;charset=UTF-8")
public class ClaimLinkPage {

  private final ClaimLinks links;
  private final ClaimByLink opening;
  private final Backpack backpack;
  private final ClaimAward claiming;
  private final DeclineAward declining;
  private final TermsBook book;
  private final SignInGate gate;
  private final Guesses guesses;
  private final Views views;
  private final Words words;

  @Inject
  @SuppressWarnings("TooManyParameters") // the offer, three deeds and who looks
  public ClaimLinkPage(
      ClaimLinks links,
      ClaimByLink opening,
      Backpack backpack,
      ClaimAward claiming,
      DeclineAward declining,
      TermsBook book,
      SignInGate gate,
      Guesses guesses,
      Views views,
      Words words) {
    this.links = links;
    this.opening = opening;
    this.backpack = backpack;
    this.claiming = claiming;
    this.declining = declining;
    this.book = book;
    this.gate = gate;
    this.guesses = guesses;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(
      @PathParam("token") String token,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers) {
    return opened(token, request, headers)
        .map(opened -> offer(token, opened, headers))
        .orElseGet(() -> over(headers));
  }

  @POST
  @Path("claim")
  public Response claim(
      @PathParam("token") String token,
      @FormParam("terms") @Nullable UUID terms,
      @FormParam("part") @Nullable String part,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers) {
    Optional<ClaimByLink.Opened> opened = opened(token, request, headers);
    if (opened.isEmpty()) {
      return over(headers);
    }
    ClaimByLink.Opened mine = opened.get();
    claiming.claim(mine.awardId(), mine.personId(), Consent.of(terms, part), mine.actor());
    return page(
        200,
        "backpack/claimed.jte",
        language(mine, headers),
        Map.of(
            "item",
            backpack.one(mine.personId(), mine.awardId()),
            "inside",
            visitor(headers) != null));
  }

  @POST
  @Path("decline")
  public Response decline(
      @PathParam("token") String token,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers) {
    Optional<ClaimByLink.Opened> opened = opened(token, request, headers);
    opened.ifPresent(mine -> declining.decline(mine.awardId(), mine.personId(), mine.actor()));
    return show(token, request, headers);
  }

  @POST
  @Path("undo")
  public Response undo(
      @PathParam("token") String token,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers) {
    Optional<ClaimByLink.Opened> opened = opened(token, request, headers);
    opened.ifPresent(mine -> declining.undo(mine.awardId(), mine.personId(), mine.actor()));
    return show(token, request, headers);
  }

  /** Only links that we never made count as guesses. */
  private Optional<ClaimByLink.Opened> opened(
      String token, HttpServletRequest request, HttpHeaders headers) {
    Optional<ClaimLinks.Named> link = links.read(token);
    if (link.isEmpty()) {
      guesses.count(request, "claim link");
      throw new ProblemException(ProblemType.NOT_FOUND, "backpack.link-unknown");
    }
    return opening.open(link.get(), visitor(headers));
  }

  private @Nullable UUID visitor(HttpHeaders headers) {
    return gate.visitor(headers.getCookies()).orElse(null);
  }

  private Response offer(String token, ClaimByLink.Opened mine, HttpHeaders headers) {
    Backpack.Item item = backpack.one(mine.personId(), mine.awardId());
    Map<String, Object> parts = new HashMap<>();
    parts.put("item", item);
    parts.put("actions", "/claim/" + token);
    Optional<Terms> owed = book.owed(mine.personId(), item.award().institutionId());
    owed.ifPresent(terms -> parts.put("owed", terms));
    return page(200, "backpack/link.jte", language(mine, headers), parts);
  }

  private Response over(HttpHeaders headers) {
    Page page = Page.open(Words.choose(headers.getHeaderString("Accept-Language")), words);
    return page(410, "backpack/link-over.jte", page, Map.of());
  }

  private Page language(ClaimByLink.Opened mine, HttpHeaders headers) {
    String own = mine.learner().profile().locale();
    return Page.open(
        Words.choose(headers.getHeaderString("Accept-Language"), own == null ? "" : own), words);
  }

  private Response page(int status, String view, Page page, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, page, parts))
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex, nofollow")
        .build();
  }
}
