package org.badgebridge.verification;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.reading.BadgeFile;
import org.badgebridge.verification.verdict.Verdict;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where anybody verifies a badge. An address may stand in the query, because it is public and can
 * be linked to; what was pasted, a file and an e-mail address never do. A chosen file is sent by
 * the page's script as the body of a request.
 */
@Path("/verify")
@Produces("text/html;charset=UTF-8")
public class VerifyPage {

  /** Names the e-mail address to compare beside a file, percent-encoded. */
  private static final String RECIPIENT = "Badge-Recipient";

  private final VerifyBadge verifying;
  private final VerifyingTurns turns;
  private final PublicOrigin origin;
  private final Views views;
  private final Words words;
  @Context private HttpServletRequest request;

  @Inject
  VerifyPage(
      VerifyBadge verifying, VerifyingTurns turns, PublicOrigin origin, Views views, Words words) {
    this.origin = origin;
    this.verifying = verifying;
    this.turns = turns;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(
      @QueryParam("url") @DefaultValue("") String url,
      @QueryParam("lang") @Nullable String language,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(language, languages), words);
    String address = url.strip();
    boolean asked = address.matches("(?i)https?://\\S+"); // a document would be none
    Verdict verdict =
        !asked
            ? null
            : address.startsWith(origin.at("/"))
                ? verifying.verify(address, "") // costs no more than any page of ours
                : verify(address.getBytes(StandardCharsets.UTF_8), "");
    return answer("verification/verify.jte", page, asked ? address : "", "", verdict);
  }

  @POST
  public Response verify(
      @FormParam("badge") @DefaultValue("") String badge,
      @FormParam("email") @DefaultValue("") String email,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    Verdict verdict =
        badge.isBlank() ? null : verify(badge.getBytes(StandardCharsets.UTF_8), email);
    return answer("verification/verify.jte", page, badge.strip(), email, verdict);
  }

  /** Answers with the part of the page that tells the verdict. */
  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response file(
      @HeaderParam(RECIPIENT) @DefaultValue("") String recipient,
      @HeaderParam("Accept-Language") @Nullable String languages,
      InputStream body)
      throws IOException {
    Page page = Page.open(Words.choose(languages), words);
    Verdict verdict = verify(body.readNBytes(BadgeFile.LARGEST + 1), decoded(recipient));
    return answer("verification/verdict.jte", page, "", "", verdict);
  }

  private Verdict verify(byte[] brought, String email) {
    return turns.take(request, () -> verifying.verify(brought, email));
  }

  private static String decoded(String header) {
    try {
      return URLDecoder.decode(header, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Response answer(
      String template, Page page, String badge, String email, @Nullable Verdict verdict) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("verdict", verdict);
    parts.put("telling", new Telling(page));
    if (template.endsWith("verify.jte")) {
      parts.put("brought", badge);
      parts.put("email", email);
    }
    return Response.ok(views.render(template, page, parts))
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-store")
        .build();
  }
}
