package org.badgebridge.passback.caliper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Who and what the entities of a sensor are in the platform's own words. Caliper leaves ids to the
 * sensor; what LTI calls them is told as another identifier (Caliper 1.2 §4, SystemIdentifier), by
 * the LTI session, or by the end of an address.
 *
 * @param users what stands before a user's id in an address; empty if it does not help
 * @param courses what stands before a course's id
 */
record CaliperNames(String users, String courses) {

  /** What the platform calls a person ({@code sub}), or else the id that the sensor gives. */
  String user(JsonNode person) {
    return other(person, "LtiUserId").orElseGet(() -> after(users, id(person)));
  }

  /** What the platform calls the course ({@code context.id}), or else the sensor's id of it. */
  String course(JsonNode event) {
    JsonNode group = organization(event);
    Optional<String> launched = launched(event);
    for (JsonNode each : List.of(group, group.path("subOrganizationOf"))) {
      Optional<String> told = other(each, "LtiContextId");
      if (told.isPresent()) {
        return told.get();
      }
    }
    if (launched.isPresent()) {
      return launched.get();
    }
    for (JsonNode each : List.of(group, group.path("subOrganizationOf"))) {
      String id = id(each);
      if (!courses.isEmpty() && id.startsWith(courses)) {
        return after(courses, id);
      }
    }
    return id(group);
  }

  /** The course or section of an event; missing if it tells of none. */
  static JsonNode organization(JsonNode event) {
    JsonNode group = event.path("group");
    return id(group).isEmpty() ? event.path("membership").path("organization") : group;
  }

  /** The course of the launch in which it happened (LTI 1.3, or as LTI 1.1 called it). */
  private static Optional<String> launched(JsonNode event) {
    JsonNode message = event.path("federatedSession").path("messageParameters");
    String id =
        message
            .path("https://purl.imsglobal.org/spec/lti/claim/context")
            .path("id")
            .asText(message.path("context_id").asText(""));
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  private static Optional<String> other(JsonNode entity, String type) {
    for (JsonNode each : entity.path("otherIdentifiers")) {
      String identifier = each.path("identifier").asText("");
      if (type.equals(each.path("identifierType").asText()) && !identifier.isEmpty()) {
        return Optional.of(identifier);
      }
    }
    return Optional.empty();
  }

  /** An entity is told whole, or by its id alone (Caliper 1.1 §2). */
  static String id(JsonNode entity) {
    return entity.isTextual() ? entity.textValue() : entity.path("id").asText("");
  }

  private static String after(String prefix, String id) {
    if (prefix.isEmpty() || !id.startsWith(prefix)) {
      return id;
    }
    String rest = id.substring(prefix.length()).replaceFirst("[/?#].*", "");
    return rest.isEmpty() ? id : rest;
  }
}
