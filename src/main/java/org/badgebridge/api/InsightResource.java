package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.badgebridge.insight.FilterQuery;
import org.badgebridge.insight.Scopes;
import org.badgebridge.insight.figures.Defined;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Insights;
import org.badgebridge.insight.figures.Measure;
import org.badgebridge.insight.figures.Overview;
import org.badgebridge.insight.figures.Rate;
import org.badgebridge.insight.figures.RequestFigures;
import org.badgebridge.insight.figures.RequestMeasure;
import org.badgebridge.insight.figures.Step;
import org.badgebridge.insight.figures.Wait;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** What became of awards: the numbers of the page, by the same names, with the same meaning. */
@Path("/api/v1/insight")
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class InsightResource {

  private final Insights insights;
  private final Scopes scopes;
  private final Rights rights;
  private final Words words;
  private final Caller caller;

  @Inject
  public InsightResource(
      Insights insights, Scopes scopes, Rights rights, Words words, Caller caller) {
    this.insights = insights;
    this.scopes = scopes;
    this.rights = rights;
    this.words = words;
    this.caller = caller;
  }

  record MeasureView(String key, String name, String definition) {}

  /** The percentages are null for too few. */
  record RateView(@Nullable Integer percent, @Nullable Integer low, @Nullable Integer high) {}

  /** Of a hidden group, only that it is hidden. */
  record GroupView(
      String key,
      @Nullable String name,
      @Nullable String issuer,
      boolean hidden,
      @Nullable Map<String, Long> counts,
      @Nullable Map<String, RateView> rates,
      @Nullable Map<String, Long> ladder,
      @Nullable Map<String, Long> timeToClaim) {}

  record InsightView(
      Map<String, String> filter,
      List<MeasureView> measures,
      String smallGroups,
      GroupView total,
      List<GroupView> badgeClasses,
      List<GroupView> courses,
      List<GroupView> origins,
      List<GroupView> months,
      RequestsView requests) {}

  /** The counts are null for too few. */
  record RequestsView(
      boolean hidden, List<MeasureView> measures, @Nullable Map<String, Long> counts) {}

  @GET
  public String readInsight(@BeanParam FilterQuery query) {
    rights.require(caller.actor(), Permission.READ, caller.place());
    Filter filter =
        query.strict(caller.institutionId(), scopes.of(caller.actor(), caller.institutionId()));
    Overview all = insights.of(filter);
    return ApiJson.write(
        new InsightView(
            filter.parameters(),
            definitions(Measure.values()),
            words.text(caller.locale(), "insight.small.means", Rate.FEWEST),
            view(all.total()),
            all.classes().stream().map(InsightResource::view).toList(),
            all.courses().stream().map(InsightResource::view).toList(),
            all.origins().stream().map(InsightResource::view).toList(),
            all.months().stream().map(InsightResource::view).toList(),
            view(all.requests())));
  }

  private List<MeasureView> definitions(Defined... all) {
    return Stream.of(all)
        .map(
            each ->
                new MeasureView(
                    each.slug(),
                    each.name(words, caller.locale()),
                    each.definition(words, caller.locale())))
        .toList();
  }

  private RequestsView view(RequestFigures requests) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Stream.of(RequestMeasure.values()).forEach(each -> counts.put(each.slug(), requests.of(each)));
    return new RequestsView(
        requests.hidden(), definitions(RequestMeasure.values()), requests.hidden() ? null : counts);
  }

  private static GroupView view(Group group) {
    String name = group.name().isEmpty() ? null : group.name();
    if (group.hidden()) {
      return new GroupView(group.key(), name, group.detail(), true, null, null, null, null);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    Measure.counts().forEach(each -> counts.put(each.slug(), each.count(group.figures())));
    Map<String, RateView> rates = new LinkedHashMap<>();
    Measure.rates().forEach(each -> rates.put(each.slug(), view(each.rate(group.figures()))));
    Map<String, Long> ladder = new LinkedHashMap<>();
    Stream.of(Step.values()).forEach(each -> ladder.put(each.slug(), each.of(group.figures())));
    Map<String, Long> waits = new LinkedHashMap<>();
    Stream.of(Wait.values()).forEach(each -> waits.put(each.slug(), each.of(group.figures())));
    return new GroupView(group.key(), name, group.detail(), false, counts, rates, ladder, waits);
  }

  private static RateView view(Rate rate) {
    return rate.meaningful()
        ? new RateView(rate.percent(), rate.low(), rate.high())
        : new RateView(null, null, null);
  }
}
