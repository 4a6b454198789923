package org.badgebridge.demo.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays the two scripts by which the tool keeps a value in the platform's storage at login, and
 * reads it back at launch; lives as long as the page of the campus around the frame.
 */
final class FrameStorage {

  private final Map<String, String> kept = new LinkedHashMap<>();

  /** If the page keeps a value: keeps it, and says where the page goes next. */
  @Nullable String keep(ToolPage page) {
    Map<String, String> data = page.body("data-");
    String key = data.get("data-key");
    String value = data.get("data-value");
    if (key == null || value == null) {
      return null;
    }
    kept.put(key, value);
    return data.get("data-next");
  }

  /** If the page asks for a value: the form it sends once it has it. */
  ToolPage.@Nullable Form recall(ToolPage page) {
    ToolPage.Form form = page.form();
    String key = page.body("data-").get("data-key");
    if (form == null || key == null || !form.fields().containsKey("launch_id")) {
      return null;
    }
    var fields = new LinkedHashMap<>(form.fields());
    fields.put("state", kept.getOrDefault(key, ""));
    return new ToolPage.Form(form.action(), fields);
  }
}
