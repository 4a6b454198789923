package org.badgebridge.award.batch;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Requirements;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Awarding one badge class to many: upload a table, and the tables there are. */
@Path("/admin/awards/{badge: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class AwardManyPage {

  private static final int SHOWN = 50;

  private final Batches batches;
  private final BatchScreen screen;

  @Inject
  public AwardManyPage(Batches batches, BatchScreen screen) {
    this.batches = batches;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("badge") UUID id, @QueryParam("done") @Nullable String done) {
    BadgeClass badgeClass = screen.badgeClass(id);
    return screen.show(
        200,
        "many.jte",
        badgeClass,
        Map.of(
            "batches",
            batches.of(id, SHOWN),
            "requirements",
            Requirements.of(badgeClass.content()),
            "discarded",
            "discarded".equals(done)));
  }
}
