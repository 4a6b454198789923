package org.badgebridge.demo.school;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of the gradebook; a line item when a tool owns it.
 *
 * @param activity the number of the activity it belongs to, or null for a column that stands alone
 * @param client the tool that owns it, or null for the campus's own
 * @param linkId the resource link a stand-alone column was tied to, or null
 * @param source the number of the column it is calculated from, or null
 * @param grades by person id
 */
public record Column(
    int number,
    String label,
    double maximum,
    String tag,
    String resourceId,
    @Nullable Integer activity,
    @Nullable String client,
    @Nullable String linkId,
    @Nullable Integer source,
    Map<String, Grade> grades) {

  /** The same column with the lecturer's formula {@code = [[source]]}. */
  Column calculatedFrom(@Nullable Integer from) {
    return new Column(
        number, label, maximum, tag, resourceId, activity, client, linkId, from, grades);
  }

  Column described(
      String newLabel, double newMaximum, String newTag, String newId, @Nullable String newLink) {
    return new Column(
        number, newLabel, newMaximum, newTag, newId, activity, client, newLink, source, grades);
  }
}
