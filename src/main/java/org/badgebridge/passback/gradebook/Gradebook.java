package org.badgebridge.passback.gradebook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course's gradebook at its platform, as far as it is ours to see. Network: never call it within
 * a transaction. Every method throws {@code ExternalRefusal} when the platform refuses and {@code
 * ExternalUnavailable} when it may work later.
 */
public interface Gradebook {

  /**
   * The columns, all of them ours.
   *
   * @param granted the course's AGS scopes
   */
  List<LineItem> lineItems(UUID platformId, String lineitemsUrl, Set<String> granted);

  /** One column. */
  LineItem lineItem(UUID platformId, String url, Set<String> granted);

  /** Makes a column that belongs to no placement. */
  LineItem create(
      UUID platformId,
      String lineitemsUrl,
      String label,
      double maximum,
      @Nullable String resourceId,
      @Nullable String tag);

  /** Renames a column; everything else it has stays. */
  LineItem rename(UUID platformId, String url, String label);

  /** Removes a column. */
  void delete(UUID platformId, String url);

  /** The scores in a column, whoever gave them. */
  List<Result> results(UUID platformId, String lineItemUrl);

  /** Writes a score. */
  Publication publish(UUID platformId, String lineItemUrl, Score score);

  /**
   * Takes a learner's score out again.
   *
   * @param userId the platform's {@code sub}
   * @param at later than that of any score sent before for this user and line item
   */
  Publication clear(UUID platformId, String lineItemUrl, String userId, Instant at);
}
