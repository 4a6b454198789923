package org.badgebridge.award.batch;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** What became of each row, as a table to keep or to correct and upload again. */
@Path("/admin/award-tables/{id: [0-9a-f-]{36}}/outcomes.csv")
@StaffOnly
public class BatchOutcomes {

  private final Batches batches;
  private final BatchScreen screen;
  private final OutcomeSheet sheet;
  private final SignedIn signedIn;

  @Inject
  public BatchOutcomes(Batches batches, BatchScreen screen, OutcomeSheet sheet, SignedIn signedIn) {
    this.batches = batches;
    this.screen = screen;
    this.signedIn = signedIn;
    this.sheet = sheet;
  }

  @GET
  public Response file(@PathParam("id") UUID id) {
    screen.badgeClass(batches.get(id).badgeClassId());
    Locale reader = signedIn.locale();
    StreamingOutput content = out -> sheet.write(id, reader, out);
    return Response.ok(content, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"outcomes.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
