package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.badgebridge.external.Answer;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;

/**
 * Calls functions of a Moodle site by its REST protocol: a form is posted, with the token in it and
 * not in the address, and JSON comes back, also for errors, which have the status 200.
 */
@ApplicationScoped
class MoodleServices {

  static final String SITE_INFO = "core_webservice_get_site_info";
  static final String CONTENTS = "core_course_get_contents";
  static final String COMPLETION = "core_completion_get_activities_completion_status";
  static final String COURSE_COMPLETION = "core_completion_get_course_completion_status";
  static final String GRADES = "gradereport_user_get_grade_items";

  /** What a token must be allowed to call. */
  static final List<String> NEEDED =
      List.of(SITE_INFO, CONTENTS, COMPLETION, COURSE_COMPLETION, GRADES);

  private static final int MAX_BYTES = 32 * 1024 * 1024;
  private static final Duration WITHIN = Duration.ofSeconds(45);
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(40)
                      .maxNumberLength(60)
                      .maxStringLength(2_000_000)
                      .build())
              .build());

  private final Outbound outbound;

  @Inject
  MoodleServices(Outbound outbound) {
    this.outbound = outbound;
  }

  /**
   * Calls a function. Never within a transaction.
   *
   * @param arguments by the names of the protocol, e.g. {@code options[0][name]}
   * @return what it returned
   * @throws MoodleRefusal if Moodle refuses
   * @throws org.badgebridge.external.ExternalRefusal if the address is wrong
   * @throws org.badgebridge.external.AnswerTooLarge beyond 32 MB
   * @throws ExternalUnavailable if it may work later, also when the answer is a web page
   */
  JsonNode call(MoodleSite site, String function, Map<String, String> arguments) {
    byte[] body = send(site, function, arguments);
    try {
      JsonNode answer = JSON.readTree(body);
      if (answer.isObject() && answer.has("exception")) {
        throw refusal(
            function, answer.path("exception").asText(), answer.path("errorcode").asText());
      }
      return answer;
    } catch (IOException e) {
      throw unreadable(function, e);
    }
  }

  /** As the other, for answers too large to be held at once: takes one array, item by item. */
  void each(
      MoodleSite site,
      String function,
      Map<String, String> arguments,
      String array,
      Consumer<JsonNode> consumer) {
    byte[] body = send(site, function, arguments);
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ExternalUnavailable(function + ": an answer of another kind", null, null);
      }
      Map<String, String> error = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals(array) && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            consumer.accept(parser.readValueAsTree());
          }
        } else if (value == JsonToken.VALUE_STRING) {
          error.put(field, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      if (error.containsKey("exception")) {
        throw refusal(
            function, error.getOrDefault("exception", ""), error.getOrDefault("errorcode", ""));
      }
    } catch (IOException e) {
      throw unreadable(function, e);
    }
  }

  private byte[] send(MoodleSite site, String function, Map<String, String> arguments) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("wstoken", site.token());
    form.put("wsfunction", function);
    form.put("moodlewsrestformat", "json");
    form.putAll(arguments);
    String body =
        form.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    Answer answer =
        outbound
            .send(
                new Call(
                    "POST",
                    site.address(),
                    Map.of(
                        "Accept", "application/json",
                        "Content-Type", "application/x-www-form-urlencoded"),
                    body.getBytes(StandardCharsets.UTF_8),
                    MAX_BYTES,
                    WITHIN))
            .orThrow(function);
    byte[] read = answer.body();
    int first = 0;
    while (first < read.length && Character.isWhitespace(read[first])) {
      first++;
    }
    if (first == read.length || read[first] == '<') {
      throw new ExternalUnavailable(function + " answered with a web page", null, null);
    }
    return read;
  }

  /** A database that fails, and a site that is closed for a while, are no refusals. */
  private static RuntimeException refusal(String function, String exception, String errorcode) {
    String code = errorcode.replaceAll("[^A-Za-z0-9_/-]", "");
    code = code.length() <= 60 ? code : code.substring(0, 60);
    boolean passing =
        code.equals("sitemaintenance")
            || code.equals("upgraderunning")
            || (exception.startsWith("dml_") && !code.equals("invalidrecord"));
    return passing
        ? new ExternalUnavailable(function + ": " + code, null, null)
        : new MoodleRefusal(function, code);
  }

  private static ExternalUnavailable unreadable(String function, IOException cause) {
    return new ExternalUnavailable(function + " answered no JSON", null, cause);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
