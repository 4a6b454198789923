package org.badgebridge.verification.beside;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/**
 * Whether a badge fits the JSON schema that it names ({@code credentialSchema}, Open Badges 3.0
 * §B.6). Schemas are never fetched: the one of 1EdTech is bundled, in the edition of September
 * 2024. A later edition may allow more, so what does not fit is a note; of another schema nothing
 * is known.
 */
final class NamedSchema {

  /** Both ways to write the same; with the second a single value may stand for a list of one. */
  private static final String PUBLISHED = "https://purl.imsglobal.org/spec/ob/v3p0/schema/";

  private static final Set<String> LISTS =
      Set.of(PUBLISHED + "json/ob_v3p0_achievementcredential_schema.json");
  private static final Set<String> SINGLES =
      Set.of(PUBLISHED + "json-ld/ob_v3p0_achievementcredential_schema.json");

  /** Lists in lists in lists; badges have no more. */
  private static final int DEEPEST = 10;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA = read();

  private NamedSchema() {}

  /** Judges each schema that it names; says nothing if it names none. */
  static void check(CredentialJson badge, Findings findings) {
    for (JsonValue each : Members.all(badge.document(), "credentialSchema")) {
      String id = each instanceof JsonObject named ? Members.text(named, "id") : "";
      if (LISTS.contains(id) || SINGLES.contains(id)) {
        validate(badge.document(), SINGLES.contains(id), findings);
      } else {
        findings.unknown(Probe.SCHEMA, id.isEmpty() ? "schema.unreadable" : "schema.other", id);
      }
    }
  }

  private static void validate(JsonObject document, boolean singlesAllowed, Findings findings) {
    JsonNode badge = tree(document);
    List<Error> errors = SCHEMA.validate(badge);
    boolean singles = false;
    for (int depth = 0; depth < DEEPEST && errors.stream().anyMatch(NamedSchema::single); depth++) {
      singles = true;
      errors.stream().filter(NamedSchema::single).forEach(each -> wrap(badge, each));
      errors = SCHEMA.validate(badge);
    }
    if (!errors.isEmpty()) {
      findings.warns(Probe.SCHEMA, "schema.differs", where(errors.get(0)), errors.size());
    } else if (singles && !singlesAllowed) {
      findings.warns(Probe.SCHEMA, "schema.singles");
    } else {
      findings.passed(Probe.SCHEMA, "schema.passed");
    }
  }

  /** Whether there is one value where the schema wants a list. */
  private static boolean single(Error error) {
    return error.getKeyword().equals("type")
        && error.getSchemaNode() != null
        && error.getSchemaNode().asText().equals("array")
        && !error.getInstanceNode().isNull();
  }

  private static void wrap(JsonNode badge, Error error) {
    JsonPointer where = JsonPointer.compile(error.getInstanceLocation().toString());
    JsonNode value = badge.at(where);
    if (value.isArray() || where.matches()) {
      return; // two rules said the same
    }
    ArrayNode list = JSON.createArrayNode().add(value);
    JsonNode parent = badge.at(Objects.requireNonNull(where.head()));
    if (parent instanceof ObjectNode object) {
      object.set(where.last().getMatchingProperty(), list);
    } else if (parent instanceof ArrayNode array) {
      array.set(where.last().getMatchingIndex(), list);
    }
  }

  private static String where(Error error) {
    String place = error.getInstanceLocation().toString();
    String member = error.getProperty() == null ? "" : "/" + error.getProperty();
    return (place + member).replaceFirst("^/", "");
  }

  private static JsonNode tree(JsonObject document) {
    try {
      return JSON.readTree(document.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that one parser wrote is none to the other", e);
    }
  }

  private static Schema read() {
    String name = "/org/badgebridge/verification/schema/achievementcredential.json";
    try (InputStream in = Objects.requireNonNull(NamedSchema.class.getResourceAsStream(name))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
