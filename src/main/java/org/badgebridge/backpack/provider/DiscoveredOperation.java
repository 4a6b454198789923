package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An operation of Open Badges 3.0 (§6) that there is here, as OpenAPI writes it. */
enum DiscoveredOperation {
  CREDENTIALS("/credentials", "getCredentials", "GetOpenBadgeCredentialsResponse"),
  PROFILE("/profile", "getProfile", "Profile"),
  DISCOVERY("/discovery", "getServiceDescription", "ServiceDescriptionDocument");

  private static final String FAILURE = "Imsx_StatusInfo";

  /** Those of §6.2, and {@code server_busy}. */
  private static final List<String> FAILURES =
      List.of("400", "401", "403", "405", "429", "500", "default");

  private final String path;
  private final String id;
  private final String answer;

  DiscoveredOperation(String path, String id, String answer) {
    this.path = path;
    this.id = id;
    this.answer = answer;
  }

  /** Writes it, and gives what was written. */
  ObjectNode add(ObjectNode paths, String summary) {
    ObjectNode operation =
        paths.putObject(path).putObject("get").put("operationId", id).put("summary", summary);
    if (this == CREDENTIALS) {
      parameters(operation.putArray("parameters"));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode good = response(responses, "200", "OK", answer);
    if (this == CREDENTIALS) {
      ObjectNode headers = good.putObject("headers");
      header(headers, "X-Total-Count", "integer");
      header(headers, "Link", "string");
    }
    for (String each : this == DISCOVERY ? List.of("default") : FAILURES) {
      response(responses, each, FAILURE, FAILURE);
    }
    return operation;
  }

  private static ObjectNode response(
      ObjectNode responses, String status, String description, String schema) {
    ObjectNode response = responses.putObject(status).put("description", description);
    response
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
    return response;
  }

  private static void header(ObjectNode headers, String name, String type) {
    headers.putObject(name).putObject("schema").put("type", type);
  }

  private static void parameters(ArrayNode parameters) {
    parameter(parameters, "limit").put("type", "integer").put("minimum", 1);
    parameter(parameters, "offset").put("type", "integer").put("minimum", 0);
    parameter(parameters, "since").put("type", "string").put("format", "date-time");
  }

  private static ObjectNode parameter(ArrayNode parameters, String name) {
    return parameters.addObject().put("name", name).put("in", "query").putObject("schema");
  }

  /** What answers are made of, as far as it is not a credential, which has schemas of its own. */
  static void schemas(ObjectNode schemas) {
    object(schemas, DISCOVERY.answer);
    text(required(object(schemas, PROFILE.answer), "id", "type"), "id")
        .putObject("type")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
    ObjectNode list = object(schemas, CREDENTIALS.answer).putObject("properties");
    list.putObject("credential").put("type", "array").putObject("items").put("type", "object");
    list.putObject("compactJwsString")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
    ObjectNode failure = required(object(schemas, FAILURE), "imsx_codeMajor", "imsx_severity");
    text(text(text(failure, "imsx_codeMajor"), "imsx_severity"), "imsx_description")
        .putObject("imsx_codeMinor")
        .put("type", "object");
  }

  private static ObjectNode object(ObjectNode schemas, String name) {
    return schemas.putObject(name).put("type", "object");
  }

  /** The properties of a schema that must have some. */
  private static ObjectNode required(ObjectNode schema, String... names) {
    ArrayNode required = schema.putArray("required");
    for (String each : names) {
      required.add(each);
    }
    return schema.putObject("properties");
  }

  private static ObjectNode text(ObjectNode properties, String name) {
    properties.putObject(name).put("type", "string");
    return properties;
  }
}
