package org.badgebridge.demo.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Placement.NewColumn;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/** Line items of Assignment and Grade Services 2.0: a tool sees its own and nobody else's. */
public final class LineItems {

  static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
  static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";

  private final Site site;
  private final Callers callers;
  private final Addresses addresses;

  public LineItems(Site site, Callers callers, Addresses addresses) {
    this.site = site;
    this.callers = callers;
    this.addresses = addresses;
  }

  public Reply list(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_LINE_ITEM, Claims.SCOPE_LINE_ITEM_READ);
    callers.accepts(request, CONTAINER);
    Course course = callers.course(request);
    List<Column> all =
        course.columnsOf(tool.client()).stream()
            .filter(column -> wanted(request, course, column))
            .toList();
    var paging = new Paging(site.personality(), addresses.lineItems(course, tool), request);
    var shown = paging.page(all).stream().map(column -> json(course, column, tool)).toList();
    return paging.linked(
        Reply.json(200, CONTAINER, shown),
        all.size(),
        moodle(),
        List.of("resource_link_id", "resource_id", "tag"));
  }

  private static boolean wanted(Request request, Course course, Column column) {
    return same(request.query("resource_id"), column.resourceId())
        && same(request.query("tag"), column.tag())
        && same(request.query("resource_link_id"), linkId(course, column));
  }

  private static boolean same(@Nullable String filter, @Nullable String value) {
    return filter == null || filter.equals(value);
  }

  public Reply create(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_LINE_ITEM);
    callers.sends(request, ITEM);
    Course course = callers.course(request);
    Map<String, Object> item = Json.object(request.body());
    String linkId = ownLink(course, tool, Json.text(item, "resourceLinkId"));
    Column column = site.school().addColumn(course, tool.client(), described(item), null, linkId);
    return Reply.json(201, ITEM, json(course, column, tool));
  }

  public Reply show(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_LINE_ITEM, Claims.SCOPE_LINE_ITEM_READ);
    callers.accepts(request, ITEM);
    Course course = callers.course(request);
    return Reply.json(200, ITEM, json(course, callers.column(request, course, tool), tool));
  }

  /** Replaces what the item says; without a resourceLinkId the tie to a link is undone. */
  public Reply change(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_LINE_ITEM);
    callers.sends(request, ITEM);
    Course course = callers.course(request);
    Column column = callers.column(request, course, tool);
    Map<String, Object> item = Json.object(request.body());
    String linkId =
        column.activity() != null ? null : ownLink(course, tool, Json.text(item, "resourceLinkId"));
    site.school().gradebook().describe(course, column, described(item), linkId);
    return Reply.json(200, ITEM, json(course, course.column(column.number()).orElseThrow(), tool));
  }

  public Reply delete(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_LINE_ITEM);
    Course course = callers.course(request);
    Column column = callers.column(request, course, tool);
    if (column.activity() != null) {
      throw new Refusal(
          site.personality() == Personality.CANVAS ? 401 : 403,
          "The line item belongs to an activity");
    }
    site.school().gradebook().delete(course, column);
    return Reply.empty(moodle() ? 200 : 204);
  }

  private @Nullable String ownLink(Course course, Tool tool, @Nullable String linkId) {
    if (linkId == null) {
      return null;
    }
    Activity activity = course.withLink(linkId).orElse(null);
    if (activity == null || !activity.toolLink().client().equals(tool.client())) {
      throw new Refusal(moodle() ? 403 : 404, "That resource link is not yours");
    }
    return linkId;
  }

  private NewColumn described(Map<String, Object> item) {
    String label = Json.text(item, "label");
    Double maximum = Json.number(item, "scoreMaximum");
    if (label == null || label.isBlank() || maximum == null || maximum <= 0) {
      throw new Refusal(
          site.personality() == Personality.CANVAS ? 422 : 400, "No label or Score Maximum");
    }
    String tag = Json.text(item, "tag");
    String resourceId = Json.text(item, "resourceId");
    return new NewColumn(
        label, maximum, tag == null ? "" : tag, resourceId == null ? "" : resourceId);
  }

  private Map<String, Object> json(Course course, Column column, Tool tool) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", addresses.lineItem(course, column, tool));
    json.put("label", column.label());
    json.put("scoreMaximum", column.maximum());
    if (moodle() || !column.resourceId().isEmpty()) {
      json.put("resourceId", column.resourceId());
    }
    if (moodle() || !column.tag().isEmpty()) {
      json.put("tag", column.tag());
    }
    String linkId = linkId(course, column);
    if (linkId != null) {
      json.put("resourceLinkId", linkId);
      if (moodle()) {
        json.put("ltiLinkId", linkId);
      }
    }
    return json;
  }

  private static @Nullable String linkId(Course course, Column column) {
    return column.activity() == null
        ? column.linkId()
        : course.activity(column.activity()).toolLink().id();
  }

  private boolean moodle() {
    return site.personality() == Personality.MOODLE;
  }
}
