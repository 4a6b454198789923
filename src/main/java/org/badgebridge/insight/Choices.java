package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Overview;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Link;
import org.badgebridge.web.Words;

/** What the filters of the page offer to choose from. */
@ApplicationScoped
public class Choices {

  private static final int YEARS = 4;
  private static final int MOST = 500;

  private final Issuers issuers;
  private final VisualGrammars grammars;
  private final Words words;

  @Inject
  public Choices(Issuers issuers, VisualGrammars grammars, Words words) {
    this.issuers = issuers;
    this.grammars = grammars;
    this.words = words;
  }

  /**
   * One filter.
   *
   * @param options names by value
   * @param chosen empty for all
   */
  public record Choice(String name, Map<String, String> options, String chosen) {}

  /** A link to an academic year. */
  public record Year(String name, String address, boolean chosen) {}

  List<Choice> of(Overview overview, Institution institution, Locale locale) {
    Filter filter = overview.filter();
    Map<String, String> chosen = filter.parameters();
    List<Choice> all = new ArrayList<>();
    add(all, "issuer", issuers(filter, institution, locale), chosen);
    add(all, "badge", named(overview.classes()), chosen);
    add(all, "type", types(institution, locale), chosen);
    add(all, "course", named(overview.courses()), chosen);
    Map<String, String> origins = new LinkedHashMap<>();
    for (Origin each : Origin.values()) {
      origins.put(each.name(), words.text(locale, "insight.origin." + each.name()));
    }
    add(all, "origin", origins, chosen);
    return all;
  }

  /** Those of which some days have passed, the present one first; they begin in September. */
  List<Year> years(Filter filter, LocalDate today) {
    int present = today.getYear() - (today.getMonth().compareTo(Month.SEPTEMBER) < 0 ? 1 : 0);
    List<Year> all = new ArrayList<>();
    for (int year = present; year > present - YEARS; year--) {
      LocalDate first = LocalDate.of(year, Month.SEPTEMBER, 1);
      LocalDate last = LocalDate.of(year + 1, Month.AUGUST, 31);
      all.add(
          new Year(
              year + "–" + (year + 1),
              Link.to("/admin", filter.during(first, last).parameters()),
              first.equals(filter.from()) && last.equals(filter.to())));
    }
    return all;
  }

  /** One alone is no choice, unless it is chosen and hides the others. */
  private static void add(
      List<Choice> all, String name, Map<String, String> options, Map<String, String> chosen) {
    String value = chosen.getOrDefault(name, "");
    if (options.size() > 1 || !value.isEmpty()) {
      all.add(new Choice(name, options, value));
    }
  }

  private Map<String, String> issuers(Filter filter, Institution institution, Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    if (filter.scope().everything()) {
      issuers
          .of(institution.id())
          .forEach(
              each ->
                  names.put(each.id().toString(), each.name(locale, institution.defaultLocale())));
    }
    return names;
  }

  private Map<String, String> types(Institution institution, Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    grammars
        .of(institution.id())
        .types()
        .forEach(
            each ->
                names.put(each.slug(), grammars.typeName(institution.id(), each.slug(), locale)));
    return names;
  }

  private static Map<String, String> named(List<Group> groups) {
    Map<String, String> names = new LinkedHashMap<>();
    groups.stream().limit(MOST).forEach(each -> names.put(each.key(), each.name()));
    return names;
  }
}
