package org.badgebridge.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Words;

/** What to enter in a learning platform, with our real addresses, to be copied value by value. */
@Path("/admin/platforms/setup")
@StaffOnly
public class SetupPage {

  private final Words words;
  private final SignedIn signedIn;
  private final AdminViews views;
  private final Tool tool;

  @Inject
  SetupPage(Words words, SignedIn signedIn, AdminViews views, PublicOrigin publicOrigin) {
    this.words = words;
    this.signedIn = signedIn;
    this.views = views;
    this.tool = Tool.at(publicOrigin);
  }

  @GET
  @Path("/{product: [a-z]+}")
  @Produces("text/html;charset=UTF-8")
  public Response sheet(@PathParam("product") String slug) {
    Product product = Product.of(slug);
    if (product == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return views.show(
        200, "sheet.jte", Map.of("sheet", ValueSheet.of(product, tool, words, signedIn.locale())));
  }

  @GET
  @Path("/canvas.json")
  @Produces("application/json")
  public Response canvas() {
    return Response.ok(CanvasConfiguration.of(tool))
        .header("Content-Disposition", "attachment; filename=\"badgebridge-canvas.json\"")
        .build();
  }
}
