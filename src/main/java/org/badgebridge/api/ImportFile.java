package org.badgebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A file of badge classes that was read. Its rows are read one by one: what cannot be read in one
 * stands in nobody's way.
 */
record ImportFile(List<Line> lines) {

  /** What a file says that it is. */
  static final String FORMAT = "badgebridge-badge-classes";

  static final int VERSION = 1;

  /** Bytes that a file may have. */
  static final int LARGEST = 20 << 20;

  /** Rows that a file may have. */
  static final int MOST = 1_000;

  /** The file as it is written and read. */
  record Envelope(
      @Nullable String format,
      @Nullable Integer version,
      @Nullable String institution,
      @Nullable String exportedAt,
      @Nullable List<ObjectNode> badgeClasses) {}

  /**
   * One row.
   *
   * @param position from 0
   * @param id as it is written, for the report
   * @param row null if it cannot be read
   * @param faults why it cannot
   */
  record Line(
      int position, String id, String name, @Nullable ImportRow row, List<FieldFault> faults) {}

  /**
   * Reads it.
   *
   * @throws ProblemException MALFORMED if it is not JSON
   * @throws InvalidFields if it is no such file
   */
  static ImportFile read(byte[] bytes) {
    Envelope envelope = ApiJson.read(bytes, Envelope.class);
    if (!FORMAT.equals(envelope.format)) {
      throw fault("format", "api.import.format", FORMAT);
    }
    if (envelope.version == null || envelope.version != VERSION) {
      throw fault("version", "api.import.version", VERSION);
    }
    List<ObjectNode> rows = envelope.badgeClasses == null ? List.of() : envelope.badgeClasses;
    if (rows.size() > MOST) {
      throw fault("badgeClasses", "api.import.too-many", MOST);
    }
    Set<UUID> seen = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(i, rows.get(i), seen));
    }
    return new ImportFile(List.copyOf(lines));
  }

  private static Line line(int position, JsonNode node, Set<UUID> seen) {
    String id = node.path("id").asText();
    String name = node.at("/content/wording/name").asText();
    try {
      ImportRow row = ApiJson.read(node, ImportRow.class, "");
      UUID key = row.id();
      if (key == null) {
        throw fault("id", "api.fault.missing");
      }
      if (row.content() == null) {
        throw fault("content", "api.fault.missing");
      }
      if (!seen.add(key)) {
        throw fault("id", "api.import.twice");
      }
      return new Line(position, id, name, row, List.of());
    } catch (InvalidFields unread) {
      return new Line(position, shortened(id), shortened(name), null, unread.faults());
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  private static InvalidFields fault(String field, String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of(field, key, arguments)));
  }
}
