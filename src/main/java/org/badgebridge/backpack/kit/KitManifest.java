package org.badgebridge.backpack.kit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.badgebridge.external.PublicOrigin;

/** The list of all files of a kit, and what is to be said of those that are no badge of ours. */
final class KitManifest {

  private static final JsonProvider JSON = JsonProvider.provider();

  private KitManifest() {}

  /** The list as JSON. */
  static String of(
      SortedMap<String, String> sums,
      List<KitBadge> badges,
      List<KitImported> imported,
      PublicOrigin origin,
      Instant now) {
    JsonObjectBuilder files = JSON.createObjectBuilder();
    sums.forEach(files::add);
    JsonArrayBuilder joined = JSON.createArrayBuilder();
    badges.stream()
        .flatMap(each -> each.documents().stream())
        .forEach(
            each ->
                joined.add(
                    JSON.createObjectBuilder()
                        .add("file", each.path())
                        .add("title", each.supplement().title())
                        .add("sha256", each.supplement().sha256())));
    JsonArrayBuilder brought = JSON.createArrayBuilder();
    for (KitImported each : imported) {
      brought.add(
          JSON.createObjectBuilder()
              .add("file", each.original())
              .add("name", each.badge().badge().name())
              .add("issuer", each.badge().badge().issuerId())
              .add("state", each.badge().state().name())
              .add("checked", each.badge().verdict().checkedAt().toString()));
    }
    return JSON.createObjectBuilder()
        .add("made", now.toString())
        .add("by", origin.origin())
        .add("sha256", files)
        .add("documents", joined)
        .add("elsewhere", brought)
        .build()
        .toString();
  }
}
