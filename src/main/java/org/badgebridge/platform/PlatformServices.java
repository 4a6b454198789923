package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.external.Answer;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalNonsense;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * Calls the LTI services of platforms with the access token they want, and keeps for the operator
 * what does not work.
 */
@ApplicationScoped
public class PlatformServices {

  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private final PlatformDirectory directory;
  private final AccessTokens tokens;
  private final Outbound outbound;
  private final PlatformTroubles troubles;

  @Inject
  PlatformServices(
      PlatformDirectory directory,
      AccessTokens tokens,
      Outbound outbound,
      PlatformTroubles troubles) {
    this.directory = directory;
    this.tokens = tokens;
    this.outbound = outbound;
    this.troubles = troubles;
  }

  /**
   * Makes one call. Never within a transaction.
   *
   * @throws ExternalRefusal if the platform refuses, or the address is not the platform's
   * @throws ExternalUnavailable if it may work later
   */
  @Transactional(TxType.NEVER)
  public ServiceAnswer call(UUID platformId, ServiceCall call) {
    Platform platform =
        directory
            .find(platformId)
            .filter(Platform::active)
            .orElseThrow(() -> new ExternalRefusal("platform=" + platformId + " is not active", 0));
    String service = service(call.scope());
    try {
      String what = call.method() + " " + call.uri().getPath();
      Answer answer = send(platform, call).orThrow(what);
      // all LTI services speak JSON: a page is a notice of maintenance or a sign-in
      if (answer.text().stripLeading().startsWith("<")) {
        throw new ExternalNonsense(what + " answered with a web page", null);
      }
      troubles.worked(platformId, service);
      return new ServiceAnswer(answer.status(), answer.headers(), answer.text());
    } catch (ExternalUnavailable e) {
      troubles.failed(platformId, service, message(e));
      throw e;
    } catch (ExternalRefusal e) {
      // other refusals are about one line item or one user, not about the service
      if (e.status() == 0 || e.status() == UNAUTHORISED || e.status() == FORBIDDEN) {
        troubles.failed(platformId, service, message(e));
      }
      throw e;
    }
  }

  private Answer send(Platform platform, ServiceCall call) {
    if (!platform.serves(call.uri())) {
      throw new ExternalRefusal(
          "host " + call.uri().getAuthority() + " is not registered for this platform", 0);
    }
    String deployment = onlyDeployment(platform);
    Answer answer = outbound.send(request(call, token(platform, deployment, call.scope())));
    if (answer.status() == UNAUTHORISED) {
      tokens.drop(platform, deployment, call.scope());
      answer = outbound.send(request(call, token(platform, deployment, call.scope())));
    }
    return answer;
  }

  private String token(Platform platform, @Nullable String deployment, String scope) {
    try {
      return tokens.token(platform, deployment, scope);
    } catch (ExternalRefusal | ExternalUnavailable e) {
      troubles.failed(platform.id(), "token", message(e));
      throw e;
    }
  }

  /** Tells the platform which deployment we act for, where there is no doubt. */
  private @Nullable String onlyDeployment(Platform platform) {
    List<Deployment> active =
        directory.deployments(platform.id()).stream().filter(Deployment::active).toList();
    return active.size() == 1 ? active.get(0).deploymentId() : null;
  }

  private static Call request(ServiceCall call, String token) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
    if (call.accept() != null) {
      headers.put("Accept", call.accept());
    }
    if (call.contentType() != null) {
      headers.put("Content-Type", call.contentType());
    }
    String body = call.body();
    return new Call(
        call.method(),
        call.uri(),
        headers,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }

  private static String service(String scope) {
    if (scope.contains("/lti-nrps/")) {
      return "roster";
    }
    return scope.contains("/lti-ags/") ? "gradebook" : "other";
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }
}
