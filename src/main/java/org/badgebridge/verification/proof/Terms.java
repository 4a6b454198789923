package org.badgebridge.verification.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.Supplier;
import org.badgebridge.credential.Contexts;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/** Whether every term of a document is defined, by contexts that we have. */
final class Terms {

  private final Contexts contexts;

  Terms(Contexts contexts) {
    this.contexts = contexts;
  }

  /**
   * Does what needs all terms.
   *
   * @return null if it cannot be done, which the findings then tell
   */
  <T> @Nullable T with(JsonObject document, Findings findings, Supplier<T> work) {
    String strange = strange(document);
    if (strange != null) {
      findings.unknown(
          Probe.TERMS, strange.isEmpty() ? "terms.own-context" : "terms.unknown-context", strange);
      return null;
    }
    try {
      T done = work.get();
      findings.passed(Probe.TERMS, "terms.passed");
      return done;
    } catch (IllegalArgumentException e) {
      findings.failed(Probe.TERMS, "terms.undefined");
    } catch (IllegalStateException e) {
      findings.unknown(Probe.TERMS, "terms.too-complex");
    }
    return null;
  }

  /** The first context that we do not have, empty for one written into the document, else null. */
  private @Nullable String strange(JsonValue value) {
    if (value instanceof JsonArray array) {
      return first(array);
    }
    if (!(value instanceof JsonObject object)) {
      return null;
    }
    for (Map.Entry<String, JsonValue> each : object.entrySet()) {
      String found =
          each.getKey().equals("@context") ? unknown(each.getValue()) : strange(each.getValue());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String first(JsonArray array) {
    for (JsonValue each : array) {
      String found = strange(each);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String unknown(JsonValue context) {
    if (context instanceof JsonArray array) {
      for (JsonValue each : array) {
        String found = unknown(each);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    return context instanceof JsonString text
        ? contexts.knows(text.getString()) ? null : text.getString()
        : "";
  }
}
