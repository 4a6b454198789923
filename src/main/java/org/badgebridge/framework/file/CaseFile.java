package org.badgebridge.framework.file;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.badgebridge.web.PlainText;

/**
 * A package of 1EdTech CASE 1.0 or 1.1: {@code CFDocument} and {@code CFItems}, within {@code
 * CFPackage} or bare as OpenSALT exports it. Open Badges 3.0 §B.1.4 says what becomes of an item:
 * its GUID is the code, its CASE URI the address.
 */
final class CaseFile {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** Levels within levels; CASE has four. */
  private static final int DEEPEST = 40;

  private static final Set<String> DOCUMENT =
      Set.of("title", "creator", "publisher", "officialSourceURL", "uri", "language");

  private static final Set<String> ITEM =
      Set.of(
          "identifier",
          "uri",
          "fullStatement",
          "abbreviatedStatement",
          "humanCodingScheme",
          "alternativeLabel",
          "language");

  private final JsonParser parser;
  private final Items items = new Items();
  private final Set<String> parts = new HashSet<>();
  private Map<String, String> document = Map.of();
  private String language = "";

  CaseFile(String text) {
    parser = JSON.createParser(new StringReader(text));
  }

  /**
   * Reads it.
   *
   * @throws org.badgebridge.problem.InvalidFields if it is no CASE package
   */
  ReadFile read() {
    try (parser) {
      parser.next();
      part(true);
      if (parser.hasNext()) {
        throw Refusal.because("json");
      }
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw Refusal.because("json");
    }
    if (!parts.contains("CFItems")) {
      throw Refusal.because("case");
    }
    String url = text(document, "officialSourceURL");
    return items.file(
        Source.CASE,
        text(document, "title"),
        first(text(document, "publisher"), text(document, "creator")),
        url.isBlank() ? text(document, "uri") : url,
        first(text(document, "language"), language));
  }

  /** The object whose start was just read. */
  private void part(boolean mayWrap) {
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      boolean known = name.equals("CFDocument") || name.equals("CFItems");
      if (known && !parts.add(name)) {
        throw Refusal.because("doubled-part", name);
      }
      Event value = parser.next();
      if (mayWrap && name.equals("CFPackage") && value == Event.START_OBJECT) {
        part(false);
      } else if (name.equals("CFDocument") && value == Event.START_OBJECT) {
        document = fields(DOCUMENT);
      } else if (name.equals("CFItems") && value == Event.START_ARRAY) {
        all();
      } else {
        skip(value);
      }
    }
  }

  private void all() {
    int row = 0;
    for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
      row++;
      if (next != Event.START_OBJECT) {
        skip(next);
        items.unclear(row);
        continue;
      }
      Map<String, String> fields = fields(ITEM);
      if (fields.containsKey("")) {
        items.unclear(row);
      } else {
        items.take(row, item(fields));
        language = first(language, text(fields, "language"));
      }
    }
  }

  private static ReadItem item(Map<String, String> fields) {
    String statement = text(fields, "fullStatement");
    String name = first(PlainText.line(text(fields, "abbreviatedStatement")), statement);
    String identifier = text(fields, "identifier");
    return new ReadItem(
        identifier,
        identifier,
        text(fields, "humanCodingScheme"),
        name,
        statement,
        text(fields, "uri"),
        "CFItem",
        text(fields, "alternativeLabel"));
  }

  /**
   * The texts of the object whose start was just read.
   *
   * @return also one of the empty name if a field is there twice
   */
  private Map<String, String> fields(Set<String> wanted) {
    Map<String, String> found = new HashMap<>();
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      Event value = parser.next();
      if (!wanted.contains(name)) {
        skip(value);
      } else if (found.put(name, valueOf(value)) != null) {
        found.put("", name);
      }
    }
    return found;
  }

  private String valueOf(Event value) {
    if (value == Event.VALUE_STRING || value == Event.VALUE_NUMBER) {
      return parser.getString();
    }
    skip(value);
    return "";
  }

  /** Goes behind a value whose first event was just read. */
  private void skip(Event first) {
    int depth = change(first);
    while (depth > 0) {
      depth += change(parser.next());
      if (depth > DEEPEST) {
        throw Refusal.because("too-deep");
      }
    }
  }

  private static int change(Event event) {
    return switch (event) {
      case START_ARRAY, START_OBJECT -> 1;
      case END_ARRAY, END_OBJECT -> -1;
      default -> 0;
    };
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private static String first(String wish, String other) {
    return wish.isBlank() ? other : wish;
  }
}
