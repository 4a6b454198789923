package org.badgebridge.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.staff.Place;
import org.jspecify.annotations.Nullable;

/** Writes all badge classes at a place and below as one file, a page at a time. */
@ApplicationScoped
public class ExportBadgeClasses {

  private static final int AT_A_TIME = 100;
  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  private final BadgeClasses badgeClasses;
  private final Institutions institutions;
  private final Issuers issuers;
  private final Artworks artworks;
  private final Clock clock;

  @Inject
  public ExportBadgeClasses(
      BadgeClasses badgeClasses,
      Institutions institutions,
      Issuers issuers,
      Artworks artworks,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.institutions = institutions;
    this.issuers = issuers;
    this.artworks = artworks;
    this.clock = clock;
  }

  /** Writes the file; who asks may read all at the place. */
  public void write(Place place, OutputStream out) throws IOException {
    Map<UUID, String> names =
        issuers.of(place.institutionId()).stream()
            .collect(Collectors.toMap(Issuer::id, Issuer::name));
    BadgeClasses.Filter filter = new BadgeClasses.Filter("", EnumSet.allOf(BadgeClass.State.class));
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setCodec(new ObjectMapper());
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("format", ImportFile.FORMAT);
      json.writeNumberField("version", ImportFile.VERSION);
      json.writeStringField(
          "institution",
          institutions.find(place.institutionId()).map(Institution::name).orElse(""));
      json.writeStringField("exportedAt", clock.instant().toString());
      json.writeArrayFieldStart("badgeClasses");
      UUID after = null;
      do {
        BadgeClasses.Slice slice = badgeClasses.within(place, filter, after, AT_A_TIME);
        for (BadgeClass each : slice.badgeClasses()) {
          json.writeTree(ApiJson.tree(row(each, names.getOrDefault(each.issuerId(), ""))));
        }
        after = slice.next();
      } while (after != null);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private ImportRow.Written row(BadgeClass badgeClass, String issuer) {
    BadgeContent content = badgeClass.content();
    return new ImportRow.Written(
        badgeClass.id(),
        issuer,
        badgeClass.state().name(),
        badgeClass.number(),
        ApiJson.content(content.pictured(null)),
        picture(content.artwork()));
  }

  private @Nullable String picture(@Nullable UUID artwork) {
    return artwork == null
        ? null
        : artworks
            .find(artwork)
            .map(Artwork::png)
            .map(Base64.getEncoder()::encodeToString)
            .orElse(null);
  }
}
