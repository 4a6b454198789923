package org.badgebridge.backpack.kit;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where the owner of a backpack takes everything along. */
@Path("/backpack/kit")
@PersonOnly
public class KitPage {

  private final PackKit packing;
  private final RecordPacking recording;
  private final Guesses tries;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // the page and the file
  public KitPage(
      PackKit packing,
      RecordPacking recording,
      Guesses tries,
      SignedIn signedIn,
      Views views,
      Words words,
      Clock clock) {
    this.packing = packing;
    this.recording = recording;
    this.tries = tries;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String show() {
    return views.render(
        "backpack/take.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "badges",
            packing.size(signedIn.personId()),
            "elsewhere",
            packing.elsewhere(signedIn.personId())));
  }

  /** The package itself. A deed, because it costs something, and is written down. */
  @POST
  @Path("badges.zip")
  @Produces("application/zip")
  public Response take() {
    UUID personId = signedIn.personId();
    tries.count(personId, "leaver kit");
    recording.record(personId, signedIn.actor());
    StreamingOutput file = out -> packing.write(personId, out);
    String name = "badges-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".zip";
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
