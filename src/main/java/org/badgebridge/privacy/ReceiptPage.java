package org.badgebridge.privacy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The receipt of an erasure, for whoever has its number; it says nothing about anybody. */
@Path("/erasures/{id: [0-9a-f-]{36}}")
@Produces("text/html;charset=UTF-8")
public class ReceiptPage {

  private final Erasures erasures;
  private final Views views;
  private final Words words;

  @Inject
  public ReceiptPage(Erasures erasures, Views views, Words words) {
    this.erasures = erasures;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String languages) {
    Erasures.Erasure erasure =
        erasures
            .find(id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    return Response.ok(
            views.render(
                "privacy/receipt.jte",
                Page.open(Words.choose(languages), words),
                Map.of("erasure", erasure, "lines", erasures.lines(id))))
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex, nofollow")
        .build();
  }
}
