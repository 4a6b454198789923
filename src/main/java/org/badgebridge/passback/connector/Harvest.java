package org.badgebridge.passback.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one request brought: reports to be taken, and what those should know who look after it. */
public final class Harvest {

  private final List<Report> reports = new ArrayList<>();
  private final Map<String, String> faults = new LinkedHashMap<>();

  /** One more report. */
  public void add(Report report) {
    reports.add(report);
  }

  /**
   * Something that could not be used, though the rest is taken.
   *
   * @param code as in {@link ConnectorFaults#note}
   * @param seen as there; the first of a code is kept
   */
  public void note(String code, String seen) {
    faults.putIfAbsent(code, seen);
  }

  /** The reports so far. */
  public List<Report> reports() {
    return List.copyOf(reports);
  }

  /** What was noted, by code. */
  public Map<String, String> faults() {
    return Map.copyOf(faults);
  }
}
