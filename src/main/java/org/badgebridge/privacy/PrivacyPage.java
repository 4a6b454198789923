package org.badgebridge.privacy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institutions;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.JustSignedIn;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where a person gets everything that is stored about them, and has it erased. */
@Path(PrivacyPage.ADDRESS)
@PersonOnly
public class PrivacyPage {

  static final String ADDRESS = "/backpack/data";

  private final ExportHoldings exporting;
  private final AskForErasure asking;
  private final Erasures erasures;
  private final Institutions institutions;
  private final PublicOrigin origin;
  private final Guesses tries;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  @SuppressWarnings("TooManyParameters") // what is handed out, and what goes
  public PrivacyPage(
      ExportHoldings exporting,
      AskForErasure asking,
      Erasures erasures,
      Institutions institutions,
      PublicOrigin origin,
      Guesses tries,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.exporting = exporting;
    this.asking = asking;
    this.erasures = erasures;
    this.institutions = institutions;
    this.origin = origin;
    this.tries = tries;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String show() {
    Map<String, Object> parts = new HashMap<>();
    parts.put("days", AskForErasure.COOL_DOWN.toDays());
    erasures
        .waiting(signedIn.personId())
        .ifPresent(
            erasure -> {
              parts.put("waiting", erasure);
              UUID school = erasure.wish().institutionId();
              if (school != null) {
                parts.put("school", institutions.get(school).name(signedIn.locale()));
              }
              parts.put("receipt", origin.at("/erasures/" + erasure.id()));
            });
    return views.render("privacy/data.jte", Page.open(signedIn.locale(), words), parts);
  }

  /** All of it. A deed, because it is written down. */
  @POST
  @Path("everything.json")
  @Produces("application/json")
  public Response everything() {
    UUID personId = signedIn.personId();
    tries.count(personId, "export of data");
    return Response.ok(exporting.export(personId, signedIn.actor()).toString())
        .header("Content-Disposition", "attachment; filename=\"everything-about-me.json\"")
        .build();
  }

  @POST
  @Path("erase")
  @JustSignedIn
  public Response erase() {
    asking.ask(signedIn.personId(), signedIn.actor());
    return back();
  }

  @POST
  @Path("keep")
  public Response keep() {
    asking.callOff(signedIn.personId(), signedIn.actor());
    return back();
  }

  private static Response back() {
    return Response.seeOther(URI.create(ADDRESS)).build();
  }
}
