package org.badgebridge.demo.school;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool activity to be put in a course: what a deep linking item says.
 *
 * @param url the address to launch, or empty for the tool's own
 * @param column the gradebook column it asks for, or null
 */
public record Placement(
    String client,
    String title,
    String text,
    String url,
    Map<String, String> custom,
    @Nullable NewColumn column) {

  /** A column a tool asks for. */
  public record NewColumn(String label, double maximum, String tag, String resourceId) {}

  /** A plain link to the tool, without a column. */
  public static Placement of(String client, String title) {
    return new Placement(client, title, "", "", Map.of(), null);
  }

  public Placement with(NewColumn wanted) {
    return new Placement(client, title, text, url, custom, wanted);
  }

  public Placement with(Map<String, String> parameters) {
    return new Placement(client, title, text, url, parameters, column);
  }
}
