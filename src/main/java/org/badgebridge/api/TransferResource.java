package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.api.ImportReport.Outcome;
import org.badgebridge.api.ImportReport.RowOutcome;
import org.badgebridge.staff.Place;
import org.badgebridge.web.ProblemPages;
import org.jspecify.annotations.Nullable;

/** All badge classes as one file, out and in. */
@Path("/api/v1")
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class TransferResource {

  private final ExportBadgeClasses exporting;
  private final ImportBadgeClasses importing;
  private final ProblemPages problems;
  private final Caller caller;

  @Inject
  public TransferResource(
      ExportBadgeClasses exporting,
      ImportBadgeClasses importing,
      ProblemPages problems,
      Caller caller) {
    this.exporting = exporting;
    this.importing = importing;
    this.problems = problems;
    this.caller = caller;
  }

  record Report(
      boolean dryRun, long created, long updated, long unchanged, long refused, List<Told> rows) {}

  record Told(
      int row,
      String id,
      String name,
      Outcome outcome,
      @Nullable UUID badgeClass,
      List<Map<String, Object>> faults) {}

  @GET
  @Path("export")
  public StreamingOutput exportBadgeClasses() {
    Place place = caller.place();
    return out -> exporting.write(place, out);
  }

  @POST
  @Path("import")
  @Consumes(MediaType.APPLICATION_JSON)
  public String importBadgeClasses(
      @QueryParam("dryRun") boolean dryRun,
      @QueryParam("newVersion") boolean newVersion,
      @QueryParam("publish") boolean publish,
      InputStream body)
      throws IOException {
    byte[] file = ApiJson.bytes(body, ImportFile.LARGEST);
    ImportReport report =
        importing.take(
            caller.institutionId(),
            file,
            new ImportBadgeClasses.Manner(dryRun, newVersion, publish),
            caller.actor());
    return ApiJson.write(
        new Report(
            dryRun,
            report.count(Outcome.CREATED),
            report.count(Outcome.UPDATED),
            report.count(Outcome.UNCHANGED),
            report.count(Outcome.REFUSED),
            report.rows().stream().map(this::told).toList()));
  }

  private Told told(RowOutcome row) {
    return new Told(
        row.row(),
        row.id(),
        row.name(),
        row.outcome(),
        row.badgeClass(),
        row.faults().stream().map(each -> problems.told(each, caller.locale())).toList());
  }
}
