package org.badgebridge.insight;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Scope;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/** A filter as forms and links send it; what cannot be read does not limit. */
public class FilterQuery {

  @QueryParam("from")
  @Nullable String from;

  @QueryParam("to")
  @Nullable String to;

  @QueryParam("issuer")
  @Nullable String issuer;

  @QueryParam("badge")
  @Nullable String badge;

  @QueryParam("type")
  @Nullable String type;

  @QueryParam("course")
  @Nullable String course;

  @QueryParam("origin")
  @Nullable String origin;

  /** What it asks for, within what the reader may see. */
  public Filter of(UUID institutionId, Scope scope) {
    return filter(institutionId, scope, new ArrayList<>());
  }

  /**
   * The same for programs, which would not notice that something did not limit.
   *
   * @throws InvalidFields naming what cannot be read
   */
  public Filter strict(UUID institutionId, Scope scope) {
    List<FieldFault> faults = new ArrayList<>();
    Filter filter = filter(institutionId, scope, faults);
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    return filter;
  }

  private Filter filter(UUID institutionId, Scope scope, List<FieldFault> faults) {
    return new Filter(
        institutionId,
        scope,
        read("from", from, FilterQuery::day, faults),
        read("to", to, FilterQuery::day, faults),
        read("issuer", issuer, Link::id, faults),
        read("badge", badge, Link::id, faults),
        read("type", type, each -> each.length() > 40 ? null : each, faults),
        read("course", course, Link::id, faults),
        read("origin", origin, FilterQuery::origin, faults));
  }

  private static @Nullable Origin origin(String text) {
    return Stream.of(Origin.values())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElse(null);
  }

  /** Days that databases and people count in. */
  private static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() < 1970 || day.getYear() > 9998 ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static <T> @Nullable T read(
      String name,
      @Nullable String text,
      Function<String, @Nullable T> reading,
      List<FieldFault> faults) {
    if (text == null || text.isBlank()) {
      return null;
    }
    T read = reading.apply(text.strip());
    if (read == null) {
      faults.add(FieldFault.of(name, "insight.fault.filter"));
    }
    return read;
  }
}
