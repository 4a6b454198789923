package org.badgebridge.backpack.sharing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.backpack.collection.CollectionSheets;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.credential.disclosure.SeenBadges;
import org.badgebridge.web.SignInGate;
import org.jspecify.annotations.Nullable;

/**
 * Where a link of an owner leads: a badge with what was chosen for that link, and its signed files
 * where nothing is left out; or a collection of such badges. A link that has ended says so, and
 * nothing else.
 */
@Path(SharedPage.ADDRESS + "/" + SharedPage.TOKEN)
public class SharedPage {

  /** Before the token. */
  static final String ADDRESS = "/shared";

  static final String TOKEN = "{token: [A-Za-z0-9_-]{43}}";

  private final OpenShare opening;
  private final SeenBadges seen;
  private final CollectionSheets sheets;
  private final SharedAnswers answers;
  private final SignInGate gate;

  @Inject
  public SharedPage(
      OpenShare opening,
      SeenBadges seen,
      CollectionSheets sheets,
      SharedAnswers answers,
      SignInGate gate) {
    this.opening = opening;
    this.seen = seen;
    this.sheets = sheets;
    this.answers = answers;
    this.gate = gate;
  }

  /** The page. */
  @GET
  public Response show(
      @PathParam("token") String token,
      @HeaderParam("User-Agent") @Nullable String agent,
      @HeaderParam("Sec-Purpose") @Nullable String purpose,
      @Context HttpHeaders headers) {
    return page(token, Reader.isPerson(agent, purpose), headers);
  }

  /** Asks whether it is there: nobody sees anything, so nothing is counted. */
  @HEAD
  public Response look(@PathParam("token") String token, @Context HttpHeaders headers) {
    return page(token, false, headers);
  }

  /** A signed file of the badge. */
  @GET
  @Path("badge.{suffix}")
  public Response file(@PathParam("token") String token, @PathParam("suffix") String suffix) {
    return answers.file(badge(token), suffix);
  }

  /** A document that the owner shows with the badge. */
  @GET
  @Path("supplements/{id: [0-9a-f-]{36}}")
  public Response supplement(@PathParam("token") String token, @PathParam("id") UUID id) {
    return answers.supplement(badge(token), id);
  }

  private SeenBadge badge(String token) {
    return opening
        .open(token, null, false)
        .flatMap(
            open ->
                open instanceof OpenShare.Opened.Badge one
                    ? Optional.of(seen(one))
                    : Optional.empty())
        .orElseThrow(ShareViews::missing);
  }

  private SeenBadge seen(OpenShare.Opened.Badge one) {
    return seen.of(one.credential(), one.shown());
  }

  private Response page(String token, boolean counts, HttpHeaders headers) {
    String languages = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    UUID visitor = gate.visitor(headers.getCookies()).orElse(null);
    Optional<OpenShare.Opened> open = opening.open(token, visitor, counts);
    String here = ADDRESS + "/" + token;
    if (open.isEmpty()) {
      return answers.over(languages);
    }
    return open.get() instanceof OpenShare.Opened.Collection many
        ? answers.collection(
            many.collection(), sheets.shown(many.collection(), many.shown()), here, languages)
        : answers.badge(seen((OpenShare.Opened.Badge) open.get()), here, null, languages);
  }
}
