package org.badgebridge.passback.scores;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The line items of a course (LTI Assignment and Grade Services 2.0 §3.2). */
@Path("/passback/scores/{id: [0-9a-f-]{36}}/courses/{course}/lineitems")
public class LineItemsResource {

  private final Door door;
  private final ServedCourses courses;
  private final LineItems lineItems;
  private final KeepLineItem keep;
  private final PublicOrigin origin;

  @Context private HttpServletRequest request;
  @Context private HttpHeaders headers;

  @Inject
  public LineItemsResource(
      Door door,
      ServedCourses courses,
      LineItems lineItems,
      KeepLineItem keep,
      PublicOrigin origin) {
    this.door = door;
    this.courses = courses;
    this.lineItems = lineItems;
    this.keep = keep;
    this.origin = origin;
  }

  @GET
  public Response list(
      @PathParam("id") UUID id,
      @PathParam("course") String course,
      @QueryParam("resource_id") @Nullable String resourceId,
      @QueryParam("tag") @Nullable String tag,
      @QueryParam("resource_link_id") @Nullable String resourceLinkId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable UUID after)
      throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.LINEITEM, AgsScope.LINEITEM_READONLY),
        connector -> {
          AgsMedia.requireAccepted(headers.getAcceptableMediaTypes(), AgsMedia.LINE_ITEMS);
          UUID courseId = course(connector, course);
          Map<String, @Nullable String> filters = new HashMap<>();
          filters.put("resource_id", resourceId);
          filters.put("tag", tag);
          filters.put("resource_link_id", resourceLinkId);
          String address = ScoresKind.lineItemsAddress(origin, connector, courseId);
          return page(
              PageLink.of(address, filters, limit),
              connector,
              courseId,
              new LineItems.Filter(resourceId, tag, resourceLinkId),
              after);
        });
  }

  private Response page(
      PageLink link,
      Connector connector,
      UUID courseId,
      LineItems.Filter filter,
      @Nullable UUID after) {
    List<LineItem> found =
        lineItems.page(connector.id(), courseId, filter, after, link.limit() + 1);
    boolean more = found.size() > link.limit();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (LineItem each : more ? found.subList(0, link.limit()) : found) {
      list.add(AgsAnswers.lineItem(each, link.address() + "/" + each.id()));
    }
    Response.ResponseBuilder answer = LineItemResource.answer(200, AgsMedia.LINE_ITEMS, list);
    return more
        ? answer
            .header(HttpHeaders.LINK, link.next(found.get(link.limit() - 1).id().toString()))
            .build()
        : answer.build();
  }

  @POST
  public Response make(
      @PathParam("id") UUID id, @PathParam("course") String course, InputStream body)
      throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.LINEITEM),
        connector -> {
          AgsMedia.requireSent(request.getContentType(), AgsMedia.LINE_ITEM);
          AgsMedia.requireAccepted(headers.getAcceptableMediaTypes(), AgsMedia.LINE_ITEM);
          UUID courseId = course(connector, course);
          LineItem made = keep.make(connector, courseId, LineItem.Content.of(AgsJson.read(body)));
          String address =
              ScoresKind.lineItemsAddress(origin, connector, courseId) + "/" + made.id();
          return LineItemResource.answer(
                  201, AgsMedia.LINE_ITEM, AgsAnswers.lineItem(made, address))
              .location(URI.create(address))
              .build();
        });
  }

  private UUID course(Connector connector, String name) {
    return courses
        .find(connector, name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "passback.scores.unknown-course"))
        .id();
  }
}
