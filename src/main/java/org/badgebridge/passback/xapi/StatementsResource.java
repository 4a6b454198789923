package org.badgebridge.passback.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.Senders;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.ProblemPages;
import org.jspecify.annotations.Nullable;

/**
 * Where statements are posted (xAPI 1.0.3 part 3 §2.1): with HTTP Basic credentials, the
 * connector's id and its secret. A batch is taken whole or not at all, and what is taken cannot be
 * lost once the answer is 200.
 */
@Path("/passback/xapi/{id: [0-9a-f-]{36}}")
public class StatementsResource {

  private static final String VERSION = "X-Experience-API-Version";

  /** What we are; "a Statement Resource ... MUST accept requests of version 1.0" too. */
  private static final String OURS = "1.0.3";

  private static final Pattern ACCEPTED =
      Pattern.compile("1\\.0(\\.\\d{1,3})?|2\\.0(\\.\\d{1,3})?");
  private static final Pattern BASIC = Pattern.compile("(?i:basic) +([\\w+/=-]{1,2000})");

  private final Senders senders;
  private final TakeStatements takeStatements;
  private final ProblemPages problems;
  private final Clock clock;

  @Context private HttpServletRequest request;

  @Inject
  public StatementsResource(
      Senders senders, TakeStatements takeStatements, ProblemPages problems, Clock clock) {
    this.senders = senders;
    this.takeStatements = takeStatements;
    this.problems = problems;
    this.clock = clock;
  }

  /** What a sender may ask before it begins (part 3 §2.8); open to all, as there. */
  @GET
  @Path("about")
  public Response about() {
    return Response.ok("{\"version\":[\"" + OURS + "\"]}", MediaType.APPLICATION_JSON)
        .header(VERSION, OURS)
        .build();
  }

  /** Takes one statement or many; answers with their ids, in their order. */
  @POST
  @Path("statements")
  public Response post(@PathParam("id") String id, InputStream body) throws IOException {
    return take(
        id,
        body,
        Statement::all,
        ids ->
            Response.ok(
                ids.stream()
                    .map(each -> "\"" + each + "\"")
                    .collect(Collectors.joining(",", "[", "]")),
                MediaType.APPLICATION_JSON));
  }

  /** Takes one statement under the id that its address gives it. */
  @PUT
  @Path("statements")
  public Response put(
      @PathParam("id") String id,
      @QueryParam("statementId") @Nullable String statementId,
      InputStream body)
      throws IOException {
    return take(id, body, json -> List.of(named(json, statementId)), ids -> Response.noContent());
  }

  private Response take(
      String id,
      InputStream body,
      Function<JsonNode, List<Statement>> reader,
      Function<List<UUID>, Response.ResponseBuilder> answer)
      throws IOException {
    Optional<Connector> connector = senders.admit(request, id, XapiSource.NAME, password(id));
    if (connector.isEmpty()) {
      ProblemPages.Answer refusal =
          problems.answer(
              request,
              new ProblemException(ProblemType.TOKEN_REFUSED, "passback.refused.credentials"));
      return Response.status(refusal.status())
          .type(refusal.contentType())
          .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Badge Bridge\"")
          .header(VERSION, OURS)
          .entity(refusal.body())
          .build();
    }
    byte[] bytes = Received.bytes(body, clock);
    List<UUID> ids =
        takeStatements.take(
            connector.get(),
            () -> {
              checkHeaders();
              return reader.apply(Received.json(bytes));
            });
    return answer.apply(ids).header(VERSION, OURS).build();
  }

  /**
   * "The LRS MUST reject requests without this header, or with a version we do not know" (part 3
   * §3.3).
   */
  private void checkHeaders() {
    String version = request.getHeader(VERSION);
    if (version == null || !ACCEPTED.matcher(version).matches()) {
      throw new ReportRefused(
          "version",
          String.valueOf(version),
          ProblemType.MALFORMED,
          "passback.xapi.refused.version",
          OURS);
    }
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ReportRefused(
          "media-type",
          String.valueOf(type),
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "passback.refused.media-type",
          "application/json");
    }
  }

  private static Statement named(JsonNode json, @Nullable String statementId) {
    if (json.isArray()) {
      throw Statement.refused(1, "statement");
    }
    Statement statement = Statement.all(json).get(0);
    try {
      UUID name = UUID.fromString(String.valueOf(statementId));
      if (statement.id() != null && !name.equals(statement.id())) {
        throw Statement.refused(1, "statementId");
      }
      return new Statement(1, name, json);
    } catch (IllegalArgumentException e) {
      throw Statement.refused(1, "statementId");
    }
  }

  /** The password, if the user is the connector. */
  private @Nullable String password(String id) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    var basic = BASIC.matcher(header == null ? "" : header);
    if (!basic.matches()) {
      return null;
    }
    try {
      String shown = new String(Base64.getDecoder().decode(basic.group(1)), StandardCharsets.UTF_8);
      return shown.startsWith(id + ":") ? shown.substring(id.length() + 1) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
