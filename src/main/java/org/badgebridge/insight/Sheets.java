package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Insights;
import org.badgebridge.insight.figures.Measure;
import org.badgebridge.insight.figures.Overview;
import org.badgebridge.insight.figures.Rate;
import org.badgebridge.insight.figures.RequestFigures;
import org.badgebridge.insight.figures.RequestMeasure;
import org.badgebridge.web.Sheet;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Writes the lists as spreadsheets; a long one page by page, so that it needs no more memory. */
@ApplicationScoped
public class Sheets {

  private static final int AT_ONCE = 500;

  private final Insights insights;
  private final UnclaimedAwards unclaimed;
  private final Words words;

  @Inject
  public Sheets(Insights insights, UnclaimedAwards unclaimed, Words words) {
    this.insights = insights;
    this.unclaimed = unclaimed;
    this.words = words;
  }

  /** Begins a file with the title and the headings of its first part. */
  interface Opening {
    Sheet begin(String title, String... headings) throws IOException;
  }

  /**
   * All figures of a filter; a small group's are left out, as on the page. The last part says what
   * was asked for and what each column means.
   */
  void figures(Filter filter, Locale locale, Opening opening) throws IOException {
    Overview all = insights.of(filter);
    try (Sheet sheet =
        opening.begin(t(locale, "insight.by-class"), columns(locale, "badge-class", "issuer"))) {
      row(sheet, locale, t(locale, "insight.together"), "", all.total());
      for (Group each : all.classes()) {
        row(sheet, locale, each.name(), each.detail(), each);
      }
      part(sheet, locale, "insight.by-course", "course", all.courses());
      part(sheet, locale, "insight.by-origin", "origin", all.origins());
      part(sheet, locale, "insight.by-month", "month", all.months());
      requests(sheet, locale, all.requests());
      about(sheet, locale, filter);
    }
  }

  private void part(Sheet sheet, Locale locale, String title, String first, List<Group> groups)
      throws IOException {
    sheet.part(t(locale, title), columns(locale, first));
    for (Group each : groups) {
      String name = each.name();
      if (first.equals("origin")) {
        name = t(locale, "insight.origin." + each.key());
      } else if (first.equals("month")) {
        name = each.key().substring(0, 7);
      }
      row(sheet, locale, name, null, each);
    }
  }

  private void requests(Sheet sheet, Locale locale, RequestFigures requests) throws IOException {
    sheet.part(
        t(locale, "insight.requests"),
        t(locale, "insight.column.requests"),
        t(locale, "insight.column.count"),
        t(locale, "insight.means"));
    for (RequestMeasure each : RequestMeasure.values()) {
      sheet.row(
          each.name(words, locale),
          requests.hidden() ? t(locale, "insight.few") : requests.of(each),
          each.definition(words, locale));
    }
  }

  private void about(Sheet sheet, Locale locale, Filter filter) throws IOException {
    sheet.part(
        t(locale, "insight.about"), t(locale, "insight.about.what"), t(locale, "insight.means"));
    for (Measure each : Measure.values()) {
      sheet.row(each.name(words, locale), each.definition(words, locale));
    }
    sheet.row(t(locale, "insight.small"), words.text(locale, "insight.small.means", Rate.FEWEST));
    sheet.row(t(locale, "insight.range.title"), t(locale, "insight.range.means"));
    for (Map.Entry<String, String> each : filter.parameters().entrySet()) {
      sheet.row(t(locale, "insight.filter." + each.getKey()), each.getValue());
    }
  }

  private String[] columns(Locale locale, String... first) {
    Stream<String> names = Stream.of(first).map(each -> t(locale, "insight.column." + each));
    Stream<String> rates =
        Measure.rates().stream()
            .flatMap(
                each -> {
                  String name = each.name(words, locale);
                  return Stream.of(
                      words.text(locale, "insight.in-percent", name),
                      words.text(locale, "insight.at-least", name),
                      words.text(locale, "insight.at-most", name));
                });
    Stream<String> counts = Measure.counts().stream().map(each -> each.name(words, locale));
    return Stream.concat(names, Stream.concat(counts, rates)).toArray(String[]::new);
  }

  /** A second name of null has no column. */
  private void row(Sheet sheet, Locale locale, String name, @Nullable String second, Group group)
      throws IOException {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(name);
    if (second != null) {
      cells.add(second);
    }
    if (group.hidden()) {
      cells.add(words.text(locale, "insight.few"));
    } else {
      Measure.counts().forEach(each -> cells.add(each.count(group.figures())));
      for (Measure each : Measure.rates()) {
        Rate rate = each.rate(group.figures());
        cells.add(rate.meaningful() ? rate.percent() : null);
        cells.add(rate.meaningful() ? rate.low() : null);
        cells.add(rate.meaningful() ? rate.high() : null);
      }
    }
    sheet.row(cells.toArray());
  }

  /** Open offers, the longest waiting first. */
  void unclaimed(
      UUID institutionId,
      @Nullable UUID badgeClassId,
      @Nullable Obstacle why,
      Locale locale,
      Opening opening)
      throws IOException {
    String[] headings =
        Stream.of("badge-class", "learner", "course", "offered-at", "obstacle")
            .map(key -> t(locale, "insight.column." + key))
            .toArray(String[]::new);
    try (Sheet sheet = opening.begin(t(locale, "insight.unclaimed.title"), headings)) {
      UUID after = null;
      List<UnclaimedAward> page;
      do {
        page = unclaimed.list(institutionId, badgeClassId, why, after, AT_ONCE);
        for (UnclaimedAward each : page) {
          sheet.row(
              each.badgeClass(),
              each.learner(),
              each.course(),
              each.offeredAt().toString(),
              t(locale, "insight.obstacle." + each.obstacle().slug()));
          after = each.id();
        }
      } while (page.size() == AT_ONCE);
    }
  }

  private String t(Locale locale, String key) {
    return words.text(locale, key);
  }
}
