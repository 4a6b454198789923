package org.badgebridge.passback.scores;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.badgebridge.passback.scores.HostedScores.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Line items and results as senders read them (LTI Assignment and Grade Services 2.0 §3.2, 3.3).
 */
final class AgsAnswers {

  private AgsAnswers() {}

  /**
   * A line item.
   *
   * @param id its address
   */
  static ObjectNode lineItem(LineItem item, String id) {
    LineItem.Content content = item.content();
    ObjectNode node = object().put("id", id).put("label", content.label());
    number(node, "scoreMaximum", content.scoreMaximum());
    put(node, "resourceId", content.resourceId());
    put(node, "tag", content.tag());
    put(node, "resourceLinkId", content.resourceLinkId());
    put(node, "startDateTime", content.startsAt());
    put(node, "endDateTime", content.endsAt());
    if (content.gradesReleased() != null) {
      node.put("gradesReleased", content.gradesReleased());
    }
    return node;
  }

  /**
   * A result, in the points of its line item: "the platform may … rescale" (§3.3).
   *
   * @param id the line item's address
   */
  static ObjectNode result(LineItem item, String id, Standing standing) {
    ObjectNode node =
        object()
            .put("id", id + "/results?user_id=" + escaped(standing.learner()))
            .put("scoreOf", id)
            .put("userId", standing.learner());
    Double score = standing.score();
    Double maximum = standing.maximum();
    if (score != null && maximum != null) {
      double most = item.content().scoreMaximum();
      number(node, "resultScore", maximum == most ? score : score / maximum * most);
      number(node, "resultMaximum", most);
    }
    put(node, "scoringUserId", standing.scoredBy());
    put(node, "comment", standing.comment());
    return node;
  }

  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Whole numbers without a point, as people write them. */
  private static void number(ObjectNode node, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      node.put(name, (long) value);
    } else {
      node.put(name, value);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable Object value) {
    if (value instanceof String || value instanceof Instant) {
      node.put(name, value.toString());
    }
  }
}
