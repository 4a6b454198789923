package org.badgebridge.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media types that an asker accepts (RFC 9110 §12.5.1). */
public final class Accepted {

  private Accepted() {}

  private record Range(String type, double weight) {}

  /** Those of the header without their parameters, the most wanted first; empty without one. */
  public static List<String> types(@Nullable String header) {
    return header == null
        ? List.of()
        : Stream.of(header.split(",", -1))
            .map(Accepted::range)
            .filter(range -> !range.type.isEmpty() && range.weight > 0)
            .sorted(Comparator.comparingDouble(Range::weight).reversed())
            .map(Range::type)
            .toList();
  }

  private static Range range(String text) {
    String[] parts = text.split(";", -1);
    double weight = 1;
    for (String part : parts) {
      String parameter = part.strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        weight = weight(parameter.substring(2));
      }
    }
    return new Range(parts[0].strip().toLowerCase(Locale.ROOT), weight);
  }

  private static double weight(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0; // not a weight: the type is not understood either
    }
  }
}
