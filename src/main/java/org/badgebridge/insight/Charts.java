package org.badgebridge.insight;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.insight.figures.Count;
import org.badgebridge.insight.figures.Figures;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Measure;
import org.badgebridge.insight.figures.Rate;
import org.badgebridge.insight.figures.Wait;
import org.badgebridge.web.Page;

/** Makes pictures of figures. */
public final class Charts {

  private Charts() {}

  /** Of the delivered offers of each month: claimed, and still open. */
  public static Columns months(List<Group> months, Locale locale) {
    DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM", locale);
    List<Columns.Wish> wishes = new ArrayList<>();
    for (Group each : months) {
      LocalDate first = LocalDate.parse(each.key());
      boolean newYear = wishes.isEmpty() || first.getMonth() == Month.JANUARY;
      wishes.add(
          new Columns.Wish(
              first.format(month), newYear ? String.valueOf(first.getYear()) : "", parts(each)));
    }
    return Columns.of(wishes, List.of("value", "open"));
  }

  private static List<Integer> parts(Group group) {
    Rate claimed = Measure.CLAIM_RATE.rate(group.figures());
    if (group.hidden() || !claimed.meaningful()) {
      return List.of();
    }
    Rate open = new Rate(group.figures().of(Count.REACHED_OPEN), claimed.whole());
    return List.of(claimed.percent(), Math.min(open.percent(), 100 - claimed.percent()));
  }

  /** The parameters of a link with one more, or another. */
  public static Map<String, String> with(Map<String, String> all, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(all);
    more.put(name, value);
    return more;
  }

  /** Some of the parameters of a link. */
  public static Map<String, String> only(Map<String, String> all, String... names) {
    Map<String, String> some = new LinkedHashMap<>(all);
    some.keySet().retainAll(List.of(names));
    return some;
  }

  /** How long claims took, of all claims. */
  public static Columns waits(Figures figures, Page page) {
    long all = figures.of(Count.CLAIMED);
    return Columns.of(
        List.of(Wait.values()).stream()
            .map(
                each ->
                    new Columns.Wish(
                        page.t("insight.wait." + each.slug() + ".short"),
                        "",
                        List.of(new Rate(each.of(figures), all).percent())))
            .toList(),
        List.of("value"));
  }
}
