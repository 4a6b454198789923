package org.badgebridge.demo.oidc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.school.Placement;
import org.badgebridge.demo.school.Placement.NewColumn;
import org.jspecify.annotations.Nullable;

/** Reads the items of a deep linking response. */
final class ContentItems {

  private ContentItems() {}

  /** The resource links among the items; other kinds are passed over. */
  static List<Placement> placements(String client, @Nullable Object items) {
    var placements = new ArrayList<Placement>();
    if (items instanceof List<?> list) {
      for (Object item : list) {
        Map<String, Object> fields = Json.child(Map.of("item", item), "item");
        if ("ltiResourceLink".equals(fields.get("type"))) {
          placements.add(placement(client, fields));
        }
      }
    }
    return placements;
  }

  private static Placement placement(String client, Map<String, Object> item) {
    var custom = new LinkedHashMap<String, String>();
    Json.child(item, "custom").forEach((name, value) -> custom.put(name, value.toString()));
    return new Placement(
        client,
        or(Json.text(item, "title"), "Badge"),
        or(Json.text(item, "text"), ""),
        or(Json.text(item, "url"), ""),
        custom,
        column(item));
  }

  private static @Nullable NewColumn column(Map<String, Object> item) {
    Map<String, Object> wanted = Json.child(item, "lineItem");
    Double maximum = Json.number(wanted, "scoreMaximum");
    if (maximum == null || maximum <= 0) {
      return null;
    }
    String title = or(Json.text(item, "title"), "Badge");
    return new NewColumn(
        or(Json.text(wanted, "label"), title),
        maximum,
        or(Json.text(wanted, "tag"), ""),
        or(Json.text(wanted, "resourceId"), ""));
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
