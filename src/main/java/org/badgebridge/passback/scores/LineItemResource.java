package org.badgebridge.passback.scores;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** One line item, its scores and its results (LTI Assignment and Grade Services 2.0 §3.2–3.4). */
@Path("/passback/scores/{id: [0-9a-f-]{36}}/courses/{course}/lineitems/{item: [0-9a-f-]{36}}")
public class LineItemResource {

  private final Door door;
  private final ServedCourses courses;
  private final LineItems lineItems;
  private final KeepLineItem keep;
  private final HostedScores scores;
  private final TakeScore takeScore;
  private final ConnectorFaults faults;
  private final PublicOrigin origin;

  @PathParam("id")
  private UUID id;

  @PathParam("course")
  private String course;

  @PathParam("item")
  private UUID item;

  @Context private HttpServletRequest request;
  @Context private HttpHeaders headers;

  @Inject
  @SuppressWarnings("NullAway.Init") // Jakarta REST sets what the path says
  public LineItemResource(
      Door door,
      ServedCourses courses,
      LineItems lineItems,
      KeepLineItem keep,
      HostedScores scores,
      TakeScore takeScore,
      ConnectorFaults faults,
      PublicOrigin origin) {
    this.door = door;
    this.courses = courses;
    this.lineItems = lineItems;
    this.keep = keep;
    this.scores = scores;
    this.takeScore = takeScore;
    this.faults = faults;
    this.origin = origin;
  }

  @GET
  public Response show() throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.LINEITEM, AgsScope.LINEITEM_READONLY),
        connector -> {
          accept(AgsMedia.LINE_ITEM);
          return told(connector, own(connector));
        });
  }

  @PUT
  public Response replace(InputStream body) throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.LINEITEM),
        connector -> {
          AgsMedia.requireSent(request.getContentType(), AgsMedia.LINE_ITEM);
          accept(AgsMedia.LINE_ITEM);
          LineItem known = own(connector);
          LineItem.Content content = LineItem.Content.of(AgsJson.read(body));
          return told(connector, keep.change(connector, known, content));
        });
  }

  @DELETE
  public Response delete() throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.LINEITEM),
        connector -> {
          keep.delete(connector, own(connector));
          return Response.noContent().build();
        });
  }

  /** Takes a score; what it answers has no body. */
  @POST
  @Path("scores")
  public Response score(InputStream body) throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.SCORE),
        connector -> {
          AgsMedia.requireSent(request.getContentType(), AgsMedia.SCORE);
          LineItem known = own(connector);
          SentScore sent = SentScore.of(AgsJson.read(body));
          try {
            takeScore.take(connector, known, sent);
          } catch (ProblemException refused) {
            if (refused.type() == ProblemType.NOT_FOUND || refused.type() == ProblemType.INVALID) {
              faults.note(connector.id(), "scores-user", sent.userId());
            }
            throw refused;
          }
          return Response.ok().build();
        });
  }

  @GET
  @Path("results")
  public Response results(
      @QueryParam("user_id") @Nullable String user,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after)
      throws IOException {
    return door.open(
        id,
        request,
        Set.of(AgsScope.RESULT_READONLY),
        connector -> {
          accept(AgsMedia.RESULTS);
          LineItem known = own(connector);
          Map<String, @Nullable String> filters = new HashMap<>();
          filters.put("user_id", user);
          String address = address(connector, known);
          PageLink link = PageLink.of(address + "/results", filters, limit);
          List<HostedScores.Standing> found =
              scores.page(known.id(), user, after, link.limit() + 1);
          boolean more = found.size() > link.limit();
          ArrayNode list = JsonNodeFactory.instance.arrayNode();
          for (HostedScores.Standing each : more ? found.subList(0, link.limit()) : found) {
            list.add(AgsAnswers.result(known, address, each));
          }
          Response.ResponseBuilder answer = answer(200, AgsMedia.RESULTS, list);
          return more
              ? answer
                  .header(HttpHeaders.LINK, link.next(found.get(link.limit() - 1).learner()))
                  .build()
              : answer.build();
        });
  }

  /** A finished answer, kept by no cache. */
  static Response.ResponseBuilder answer(int status, String type, JsonNode body) {
    return Response.status(status)
        .type(type)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body.toString());
  }

  private void accept(String type) {
    AgsMedia.requireAccepted(headers.getAcceptableMediaTypes(), type);
  }

  private Response told(Connector connector, LineItem known) {
    return answer(200, AgsMedia.LINE_ITEM, AgsAnswers.lineItem(known, address(connector, known)))
        .build();
  }

  private String address(Connector connector, LineItem known) {
    return ScoresKind.lineItemsAddress(origin, connector, known.courseId()) + "/" + known.id();
  }

  private LineItem own(Connector connector) {
    return courses
        .find(connector, course)
        .flatMap(found -> lineItems.find(connector.id(), found.id(), item))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "passback.scores.unknown-item"));
  }
}
