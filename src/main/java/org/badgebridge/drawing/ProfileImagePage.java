package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** The picture of an institution, an issuer group or an issuer, to be looked at and changed. */
@Path("/admin/images/{level: institution|group|issuer}/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class ProfileImagePage {

  private final ProfileImages images;
  private final KeepProfileImage keeping;
  private final Places places;
  private final Rights rights;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public ProfileImagePage(
      ProfileImages images,
      KeepProfileImage keeping,
      Places places,
      Rights rights,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.images = images;
    this.keeping = keeping;
    this.places = places;
    this.rights = rights;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String show(@PathParam("level") String level, @PathParam("id") UUID id) {
    Place place = place(level, id);
    rights.require(signedIn.actor(), Permission.READ, place);
    return render(
        "drawing/profile-image.jte",
        Map.of(
            "way",
            places.way(place.level(), id),
            "has",
            images.has(id),
            "may",
            rights.may(signedIn.actor(), Permission.UPDATE, place)));
  }

  /** The body is the file itself, sent by the page's script, as for {@link ArtworkUpload}. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response take(@PathParam("level") String level, @PathParam("id") UUID id, InputStream file)
      throws IOException {
    Place place = place(level, id);
    rights.require(signedIn.actor(), Permission.UPDATE, place);
    byte[] upload = file.readNBytes(Artwork.LARGEST_UPLOAD + 1);
    try {
      keeping.keep(place, Artwork.redrawn(upload), signedIn.actor());
      return Response.ok(part(place, List.of())).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status()).entity(part(place, invalid.faults())).build();
    }
  }

  @POST
  @Path("remove")
  public Response remove(@PathParam("level") String level, @PathParam("id") UUID id) {
    keeping.remove(place(level, id), signedIn.actor());
    return Response.seeOther(URI.create("/admin/images/" + level + "/" + id)).build();
  }

  private String part(Place place, List<FieldFault> faults) {
    return render(
        "drawing/profile-image-part.jte",
        Map.of(
            "level",
            place.level(),
            "id",
            place.id(),
            "has",
            images.has(place.id()),
            "fresh",
            faults.isEmpty(),
            "faults",
            faults));
  }

  private Place place(String level, UUID id) {
    return places.at(
        Level.of(level)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail")),
        id);
  }

  private String render(String template, Map<String, ?> parts) {
    return views.render(template, Page.open(signedIn.locale(), words), parts);
  }
}
