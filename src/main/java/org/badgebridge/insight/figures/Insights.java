package org.badgebridge.insight.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Reads what became of awards. */
@ApplicationScoped
public class Insights {

  private static final String ALL = "all";

  private final Sql sql;
  private final Tally tally;
  private final Clock clock;

  @Inject
  public Insights(Sql sql, Tally tally, Clock clock) {
    this.sql = sql;
    this.tally = tally;
    this.clock = clock;
  }

  private record Sum(UUID badgeClassId, UUID courseId, String origin, Figures figures) {}

  /** A part of a month that the period cuts. */
  private record Edge(YearMonth month, Sum sum) {}

  private record BadgeClassName(UUID id, String name, String issuer) {}

  /** All figures, true for the moment of asking. */
  public Overview of(Filter filter) {
    tally.settle(filter.institutionId());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Edge> edges = edges(filter, today);
    List<Sum> sums = sums(filter, edges);
    Overview all =
        new Overview(
            filter,
            total(sums),
            SmallGroups.hidden(classes(filter, sums)),
            SmallGroups.hidden(courses(sums)),
            SmallGroups.hidden(origins(sums)),
            SmallGroups.hidden(months(filter, edges)),
            RequestInsights.of(filter, sql));
    return hiddenAmongOthers(filter, today) ? all.hide() : all;
  }

  /**
   * Whether what was chosen is kept unseen where it stands beside the others: else choosing each of
   * them in turn would tell what the table does not.
   */
  private boolean hiddenAmongOthers(Filter filter, LocalDate today) {
    Filter classes = filter.of((UUID) null);
    Filter courses = filter.in(null);
    Filter origins = filter.by(null);
    return isHidden(filter.badgeClass(), () -> classes(classes, sums(classes, today)))
        || isHidden(filter.course(), () -> courses(sums(courses, today)))
        || isHidden(filter.origin(), () -> origins(sums(origins, today)));
  }

  private static boolean isHidden(@Nullable Object chosen, Supplier<List<Group>> all) {
    return chosen != null
        && SmallGroups.hidden(all.get()).stream()
            .anyMatch(each -> each.hidden() && each.key().equals(chosen.toString()));
  }

  private static List<Group> origins(List<Sum> sums) {
    return groups(sums, Sum::origin, each -> "");
  }

  /** All of it together, without the parts. */
  public Group total(Filter filter) {
    tally.settle(filter.institutionId());
    return total(sums(filter, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
  }

  /** The badge classes that a filter leaves, by name. */
  public Map<UUID, String> badgeClasses(Filter filter) {
    Map<UUID, String> all = new LinkedHashMap<>();
    names(filter).forEach(each -> all.put(each.id(), each.name()));
    return all;
  }

  /** The first 500 courses of an institution from which awards came, by title. */
  public Map<UUID, String> courses(UUID institutionId) {
    Map<UUID, String> all = new LinkedHashMap<>();
    sql.list(
            "select c.id, coalesce(c.title, c.label, c.context_id) as title from course c"
                + " where c.id in (select f.course_id from insight_figures f"
                + " where f.institution_id = ? and f.grain = 'MONTH')"
                + " order by title, c.id limit 500",
            row -> Map.entry(row.uuid("id"), row.text("title")),
            institutionId)
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
  }

  private static Group total(List<Sum> sums) {
    List<Group> one = groups(sums, each -> ALL, each -> "");
    return one.isEmpty()
        ? new Group(ALL, "", null, Figures.NONE, 0, false)
        : SmallGroups.hidden(one).get(0);
  }

  private List<Sum> sums(Filter filter, LocalDate today) {
    return sums(filter, edges(filter, today));
  }

  private List<Sum> sums(Filter filter, List<Edge> edges) {
    List<Sum> sums = new ArrayList<>(edges.stream().map(Edge::sum).toList());
    Cells.together(filter).ifPresent(cells -> sums.addAll(read(cells)));
    return sums;
  }

  /** The days that fill no month: the most rows that are read, so that they are read once. */
  private List<Edge> edges(Filter filter, LocalDate today) {
    List<Edge> edges = new ArrayList<>();
    Cells.edges(filter, today)
        .forEach((month, cells) -> read(cells).forEach(sum -> edges.add(new Edge(month, sum))));
    return edges;
  }

  private List<Sum> read(Cells cells) {
    String keys = "g.badge_class_id, g.course_id, g.origin";
    return sql.list(
        "select " + keys + ", " + Count.summing() + " from " + cells.table() + " group by " + keys,
        Insights::sum,
        cells.parameters());
  }

  private static Sum sum(Row row) {
    return new Sum(
        row.uuid("badge_class_id"), row.uuid("course_id"), row.text("origin"), Figures.read(row));
  }

  private List<Group> months(Filter filter, List<Edge> edges) {
    List<Group> months = new ArrayList<>(wholeMonths(filter));
    edges.stream()
        .collect(Collectors.groupingBy(Edge::month))
        .forEach(
            (month, parts) ->
                months.addAll(
                    groups(
                        parts.stream().map(Edge::sum).toList(),
                        each -> month.atDay(1).toString(),
                        each -> "")));
    return months.stream().sorted(Comparator.comparing(Group::key)).toList();
  }

  private List<Group> wholeMonths(Filter filter) {
    return filter.course() == null && filter.origin() == null
        ? Cells.byClass(filter).map(cells -> wholeMonths(cells, cells.table())).orElse(List.of())
        : Cells.byMonth(filter).map(this::classesOfMonths).orElse(List.of());
  }

  private List<Group> classesOfMonths(Cells cells) {
    return wholeMonths(
        cells,
        "(select g.begins, g.badge_class_id, "
            + Count.summing()
            + " from "
            + cells.table()
            + " group by g.begins, g.badge_class_id) g");
  }

  private List<Group> wholeMonths(Cells cells, String oneOfEachClass) {
    return sql.list(
        "select g.begins, max(g.met) as learners, "
            + Count.summing()
            + " from "
            + oneOfEachClass
            + " group by g.begins",
        row ->
            new Group(
                row.text("begins"), "", null, Figures.read(row), row.count("learners"), false),
        cells.parameters());
  }

  private List<Group> classes(Filter filter, List<Sum> sums) {
    Map<UUID, List<Figures>> parts = parts(sums);
    return names(filter).stream()
        .map(
            badge -> {
              Figures figures = Figures.sum(parts.getOrDefault(badge.id(), List.of()));
              return new Group(
                  badge.id().toString(),
                  badge.name(),
                  badge.issuer(),
                  figures,
                  figures.of(Count.MET),
                  false);
            })
        .toList();
  }

  private List<BadgeClassName> names(Filter filter) {
    StringBuilder query =
        new StringBuilder(
            "select b.id, b.name, i.name as issuer from badge_class b"
                + " join issuer i on i.id = b.issuer_id where i.institution_id = ?");
    List<@Nullable Object> parameters = new ArrayList<>(List.of(filter.institutionId()));
    Cells.narrow(query, filter, parameters);
    return sql.list(
        query.append(" order by b.name, b.id").toString(),
        row -> new BadgeClassName(row.uuid("id"), row.text("name"), row.text("issuer")),
        parameters.toArray());
  }

  private List<Group> courses(List<Sum> sums) {
    List<Sum> inCourses =
        sums.stream().filter(sum -> !sum.courseId().equals(CountAwards.NO_COURSE)).toList();
    Map<String, String> titles = titles(inCourses);
    return groups(inCourses, sum -> sum.courseId().toString(), key -> titles.getOrDefault(key, ""))
        .stream()
        .sorted(Comparator.comparing(Group::name).thenComparing(Group::key))
        .toList();
  }

  private Map<String, String> titles(List<Sum> sums) {
    List<UUID> ids = sums.stream().map(Sum::courseId).distinct().toList();
    Map<String, String> titles = new HashMap<>();
    for (int i = 0; i < ids.size(); i += 500) {
      List<UUID> some = ids.subList(i, Math.min(ids.size(), i + 500));
      sql.list(
              "select id, coalesce(title, label, context_id) as title from course where id in ("
                  + Sql.marks(some.size())
                  + ")",
              row -> Map.entry(row.uuid("id").toString(), row.text("title")),
              some.toArray())
          .forEach(each -> titles.put(each.getKey(), each.getValue()));
    }
    return titles;
  }

  private static List<Group> groups(
      List<Sum> sums, Function<Sum, String> key, Function<String, String> name) {
    Map<String, List<Sum>> all =
        sums.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    return all.entrySet().stream()
        .map(
            each -> {
              List<Figures> classes =
                  parts(each.getValue()).values().stream().map(Figures::sum).toList();
              long learners = classes.stream().mapToLong(one -> one.of(Count.MET)).max().orElse(0);
              return new Group(
                  each.getKey(),
                  name.apply(each.getKey()),
                  null,
                  Figures.sum(classes),
                  learners,
                  false);
            })
        .toList();
  }

  private static Map<UUID, List<Figures>> parts(List<Sum> sums) {
    return sums.stream()
        .collect(
            Collectors.groupingBy(
                Sum::badgeClassId, Collectors.mapping(Sum::figures, Collectors.toList())));
  }
}
