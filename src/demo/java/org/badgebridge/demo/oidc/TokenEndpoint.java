package org.badgebridge.demo.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.school.Tool;

/** Gives tools access tokens for a client assertion they signed (LTI Security 1.0 §4). */
public final class TokenEndpoint {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Site site;
  private final ToolSignatures signatures;
  private final AccessTokens tokens;
  private final Set<String> usedIds = ConcurrentHashMap.newKeySet();

  public TokenEndpoint(Site site, ToolSignatures signatures, AccessTokens tokens) {
    this.site = site;
    this.signatures = signatures;
    this.tokens = tokens;
  }

  public Reply answer(Request request) {
    try {
      return granted(request.form());
    } catch (Refusal refusal) {
      String[] parts = refusal.reason().split(": ", 2);
      return Reply.json(
          400, Map.of("error", parts[0], "error_description", parts.length > 1 ? parts[1] : ""));
    }
  }

  private Reply granted(Map<String, String> form) {
    if (!"client_credentials".equals(form.get("grant_type"))) {
      throw new Refusal(400, "unsupported_grant_type: client_credentials is wanted");
    }
    if (!ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
      throw new Refusal(400, "invalid_request: client_assertion_type");
    }
    Tool tool = client(form.getOrDefault("client_assertion", ""));
    var scopes = new TreeSet<>(List.of(form.getOrDefault("scope", "").split(" ", -1)));
    scopes.retainAll(tool.scopes());
    if (scopes.isEmpty()) {
      throw new Refusal(400, "invalid_scope: none of these scopes is allowed");
    }
    return Reply.json(
            200,
            Map.of(
                "access_token", tokens.issue(tool.client(), scopes),
                "token_type", "Bearer",
                "expires_in", AccessTokens.LIFE.toSeconds(),
                "scope", String.join(" ", scopes)))
        .with("Cache-Control", "no-store");
  }

  private Tool client(String assertion) {
    Tool tool =
        site.school()
            .tools()
            .find(Assertions.unverifiedSubject(assertion))
            .filter(Tool::active)
            .orElseThrow(() -> new Refusal(400, "invalid_client: unknown client"));
    check(tool, signatures.verified(tool, assertion));
    return tool;
  }

  private void check(Tool tool, JWTClaimsSet claims) {
    require(tool.client().equals(claims.getIssuer()), "iss is not the client id");
    require(tool.client().equals(claims.getSubject()), "sub is not the client id");
    Assertions.requireCurrent(claims, site.now());
    // Moodle 4.5 does not look at the audience.
    require(
        site.personality() == Personality.MOODLE
            || claims.getAudience().contains(site.tokenAudience()),
        "the 'aud' is invalid");
    String id = claims.getJWTID();
    require(id != null && usedIds.add(tool.client() + "/" + id), "jti is missing or used before");
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new Refusal(400, "invalid_client: " + fault);
    }
  }
}
