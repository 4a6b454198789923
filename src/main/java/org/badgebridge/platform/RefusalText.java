package org.badgebridge.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Finds the words in a platform's refusal: plain text, OAuth's error object, or a list of them. */
final class RefusalText {

  private static final int LONGEST = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private RefusalText() {}

  static String of(String body) {
    String words;
    try {
      List<String> found = new ArrayList<>();
      collect(JSON.readTree(body), found);
      words = String.join("; ", found);
    } catch (JsonProcessingException e) {
      words = body.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ");
    }
    String line = words.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static void collect(JsonNode node, List<String> found) {
    if (node.isTextual() && found.size() < 10) {
      found.add(node.textValue());
    }
    node.forEach(child -> collect(child, found));
  }
}
