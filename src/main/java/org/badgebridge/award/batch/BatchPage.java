package org.badgebridge.award.batch;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** One table: what would happen, how far it is, what became of it. */
@Path("/admin/award-tables/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class BatchPage {

  static final String ADDRESS = "/admin/award-tables/";
  private static final int SHOWN = 50;

  private final Batches batches;
  private final KeepBatch keep;
  private final StartBatch starting;
  private final SignedIn signedIn;
  private final BatchScreen screen;
  private final Clock clock;

  @Inject
  public BatchPage(
      Batches batches,
      KeepBatch keep,
      StartBatch starting,
      SignedIn signedIn,
      BatchScreen screen,
      Clock clock) {
    this.batches = batches;
    this.keep = keep;
    this.starting = starting;
    this.signedIn = signedIn;
    this.screen = screen;
    this.clock = clock;
  }

  @GET
  public Response show(
      @PathParam("id") UUID id,
      @QueryParam("rows") @Nullable String rows,
      @QueryParam("after") @Nullable String after) {
    return show("batch.jte", id, verdict(rows), place(after));
  }

  /** The part of the page that changes while it is awarded. */
  @GET
  @Path("progress")
  public Response progress(@PathParam("id") UUID id) {
    return show("batch-state.jte", id, Verdict.GOOD, 0);
  }

  @POST
  @Path("start")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response start(@PathParam("id") UUID id, @FormParam("from") @Nullable String from) {
    batch(id);
    starting.start(id, moment(from), signedIn.actor());
    return back(id);
  }

  @POST
  @Path("undo")
  public Response undo(@PathParam("id") UUID id) {
    batch(id);
    starting.undo(id, signedIn.actor());
    return back(id);
  }

  @POST
  @Path("discard")
  public Response discard(@PathParam("id") UUID id) {
    Batch batch = batch(id);
    keep.discard(id, signedIn.actor());
    return Response.seeOther(
            URI.create("/admin/awards/" + batch.badgeClassId() + "?done=discarded"))
        .build();
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create(ADDRESS + id)).build();
  }

  private Batch batch(UUID id) {
    Batch batch = batches.get(id);
    screen.badgeClass(batch.badgeClassId());
    return batch;
  }

  private Response show(String template, UUID id, Verdict verdict, int after) {
    Batch batch = batches.get(id);
    BadgeClass badgeClass = screen.badgeClass(batch.badgeClassId());
    List<BatchRow> rows = batches.rows(id, verdict, after, SHOWN + 1);
    Map<String, Object> parts = new HashMap<>();
    parts.put("batch", batch);
    parts.put("counts", batches.counts(id));
    parts.put("awarded", batches.awarded(id));
    parts.put("verdict", verdict);
    parts.put("rows", rows.subList(0, Math.min(SHOWN, rows.size())));
    parts.put("next", rows.size() > SHOWN ? rows.get(SHOWN - 1).place() : 0);
    parts.put("now", clock.instant());
    return screen.show(200, template, badgeClass, parts);
  }

  private static Verdict verdict(@Nullable String sent) {
    for (Verdict each : Verdict.values()) {
      if (each.name().equals(sent)) {
        return each;
      }
    }
    return Verdict.GOOD;
  }

  private static int place(@Nullable String sent) {
    return sent != null && sent.matches("\\d{1,6}") ? Integer.parseInt(sent) : 0;
  }

  /** A moment as {@code datetime-local} sends it, in UTC; null for none. */
  private static @Nullable Instant moment(@Nullable String sent) {
    if (sent == null || sent.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(sent.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new ProblemException(e, ProblemType.INVALID, "award.batch.moment");
    }
  }
}
