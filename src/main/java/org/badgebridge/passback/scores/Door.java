package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Connectors;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Bearer;
import org.badgebridge.web.ProblemPages;

/** Lets in whoever brings a token of ours that allows what is asked (RFC 6750). */
@ApplicationScoped
class Door {

  private static final String REALM = "Bearer realm=\"Badge Bridge scores\"";

  private final Connectors connectors;
  private final ScoreTokens tokens;
  private final ProblemPages problems;

  @Inject
  Door(Connectors connectors, ScoreTokens tokens, ProblemPages problems) {
    this.connectors = connectors;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** What is done inside. */
  interface Work {
    Response with(Connector connector) throws IOException;
  }

  /**
   * Does it, or refuses: 401 without a token that holds, 403 for one that does not allow this.
   *
   * @param any one of these scopes is enough
   */
  Response open(UUID connectorId, HttpServletRequest request, Set<AgsScope> any, Work work)
      throws IOException {
    Optional<String> token = Bearer.token(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (token.isEmpty()) {
      return refuse(request, ProblemType.TOKEN_REFUSED, "passback.scores.token.missing", REALM);
    }
    Optional<Connector> connector = connectors.active(connectorId, ScoresKind.SOURCE);
    Optional<Set<AgsScope>> allowed = connector.flatMap(found -> tokens.open(token.get(), found));
    if (allowed.isEmpty()) {
      return refuse(
          request,
          ProblemType.TOKEN_REFUSED,
          "passback.scores.token.wrong",
          REALM + ", error=\"invalid_token\"");
    }
    if (allowed.get().stream().noneMatch(any::contains)) {
      return refuse(
          request,
          ProblemType.FORBIDDEN,
          "passback.scores.token.scope",
          REALM + ", error=\"insufficient_scope\", scope=\"" + AgsScope.text(any) + "\"");
    }
    try {
      return work.with(connector.orElseThrow());
    } catch (AgsMedia.WrongMedia wrong) {
      ProblemPages.Answer answer = problems.answer(request, wrong);
      return response(answer).header(HttpHeaders.ACCEPT, wrong.accepted()).build();
    }
  }

  private Response refuse(
      HttpServletRequest request, ProblemType type, String key, String challenge) {
    return response(problems.answer(request, new ProblemException(type, key)))
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }

  private static Response.ResponseBuilder response(ProblemPages.Answer answer) {
    return Response.status(answer.status())
        .type(answer.contentType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(answer.body());
  }
}
