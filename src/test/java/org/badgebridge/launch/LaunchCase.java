package org.badgebridge.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a case file: what is changed about a right message, and what must come of it.
 *
 * @param expected the reason of the refusal, or for status 200 the role
 */
record LaunchCase(String id, JsonNode change, int status, String expected) {

  /** All cases of a file beside this class; fails when it is missing or empty. */
  static List<LaunchCase> in(String file) {
    try (InputStream stream = LaunchCase.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing");
      }
      List<LaunchCase> cases = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(stream)) {
        String expected = each.path("status").asInt() == 200 ? "role" : "reason";
        cases.add(
            new LaunchCase(
                each.path("id").asText(),
                each.path("change"),
                each.path("status").asInt(),
                each.required(expected).asText()));
      }
      if (cases.isEmpty()) {
        throw new IllegalStateException(file + " is empty");
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean accepted() {
    return status == 200;
  }

  String text(String name, String otherwise) {
    return change.path(name).asText(otherwise);
  }

  @Override
  public String toString() {
    return id;
  }
}
