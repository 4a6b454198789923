package org.badgebridge.passback.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * One statement, checked as far as a wrong one could mislead (xAPI 1.0.3 part 2 §2.4 and §4).
 *
 * @param number its place in the batch, from 1
 * @param id null if the sender leaves it to us (part 2 §2.4.1)
 */
record Statement(int number, @Nullable UUID id, JsonNode json) {

  /** The most in one batch. */
  static final int MOST = 2000;

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final List<String> IDENTIFIERS =
      List.of("account", "mbox", "mbox_sha1sum", "openid");

  /** A refusal of the whole batch, because of this statement. */
  static ReportRefused refused(int number, String what) {
    return new ReportRefused(
        "statement", what, ProblemType.MALFORMED, "passback.xapi.refused.shape", number, what);
  }

  /**
   * One statement, or an array of them (part 3 §2.1.2).
   *
   * @throws ReportRefused if any is wrong: "A batch is accepted or rejected as a whole"
   */
  static List<Statement> all(JsonNode body) {
    if (!body.isArray()) {
      return List.of(of(1, body));
    }
    if (body.size() > MOST) {
      throw new ReportRefused(
          "statement",
          String.valueOf(body.size()),
          ProblemType.MALFORMED,
          "passback.refused.many",
          MOST);
    }
    List<Statement> all = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (JsonNode each : body) {
      Statement statement = of(all.size() + 1, each);
      if (statement.id != null && !ids.add(statement.id)) {
        throw refused(statement.number, "id " + statement.id);
      }
      all.add(statement);
    }
    return all;
  }

  private static Statement of(int number, JsonNode json) {
    need(json.isObject(), number, "statement");
    JsonNode id = json.path("id");
    need(id.isMissingNode() || uuid(id), number, "id");
    checkActor(json.path("actor"), number);
    need(iri(json.path("verb").path("id")), number, "verb.id");
    checkObject(json.path("object"), number);
    checkResult(json.path("result"), number);
    JsonNode context = json.path("context");
    need(object(context) && object(context.path("contextActivities")), number, "context");
    JsonNode time = json.path("timestamp");
    need(time.isMissingNode() || time.isTextual(), number, "timestamp");
    return new Statement(number, uuid(id) ? UUID.fromString(id.textValue()) : null, json);
  }

  /** "An Agent MUST be identified by one of the four types of IFI" (part 2 §2.4.2.1). */
  private static void checkActor(JsonNode actor, int number) {
    long identifiers = IDENTIFIERS.stream().filter(actor::has).count();
    boolean group = "Group".equals(actor.path("objectType").asText());
    boolean known =
        identifiers == 1 || (group && identifiers == 0 && actor.path("member").size() > 0);
    need(actor.isObject() && known, number, "actor");
    if (actor.has("account")) {
      JsonNode account = actor.path("account");
      need(iri(account.path("homePage")), number, "actor.account.homePage");
      need(filled(account.path("name")), number, "actor.account.name");
    }
  }

  private static void checkObject(JsonNode object, int number) {
    String type = object.path("objectType").asText("Activity");
    boolean known =
        switch (type) {
          case "Activity" -> iri(object.path("id"));
          case "StatementRef" -> uuid(object.path("id"));
          default -> true;
        };
    need(object.isObject() && known, number, "object");
  }

  private static void checkResult(JsonNode result, int number) {
    need(object(result), number, "result");
    for (String each : List.of("completion", "success")) {
      JsonNode flag = result.path(each);
      need(flag.isMissingNode() || flag.isBoolean(), number, "result." + each);
    }
    JsonNode score = result.path("score");
    need(object(score), number, "result.score");
    for (Map.Entry<String, JsonNode> each : score.properties()) {
      JsonNode value = each.getValue();
      need(
          value.isNumber() && Double.isFinite(value.doubleValue()),
          number,
          "result.score." + each.getKey());
    }
  }

  private static void need(boolean holds, int number, String what) {
    if (!holds) {
      throw refused(number, what);
    }
  }

  private static boolean object(JsonNode node) {
    return node.isMissingNode() || node.isObject();
  }

  private static boolean filled(JsonNode node) {
    return node.isTextual() && !node.textValue().isEmpty();
  }

  private static boolean iri(JsonNode node) {
    return filled(node) && node.textValue().indexOf(':') > 0;
  }

  private static boolean uuid(JsonNode node) {
    return node.isTextual() && UUID_TEXT.matcher(node.textValue()).matches();
  }

  String verb() {
    return json.path("verb").path("id").textValue();
  }

  JsonNode object() {
    return json.path("object");
  }

  JsonNode result() {
    return json.path("result");
  }

  /** The object, and the activities it is told to belong to, nearest first. */
  List<JsonNode> activities() {
    List<JsonNode> activities = new ArrayList<>(List.of(object()));
    JsonNode context = json.path("context").path("contextActivities");
    for (String each : List.of("parent", "other", "grouping")) {
      JsonNode named = context.path(each);
      if (named.isArray()) {
        named.forEach(activities::add);
      } else if (named.isObject()) {
        activities.add(named); // "a single Activity Object", for older senders (§2.4.6.2)
      }
    }
    return activities;
  }

  /** Which event of Moodle it tells of; empty if it does not say. */
  String event() {
    return json.path("context")
        .path("extensions")
        .path("http://lrs.learninglocker.net/define/extensions/info")
        .path("event_name")
        .asText("")
        .replaceFirst("^\\\\", "");
  }
}
