package org.badgebridge.platform;

import static java.lang.System.Logger.Level.INFO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.Answer;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Registers us in a platform that asked for it (LTI Dynamic Registration 1.0): reads what the
 * platform says of itself, sends what we are, and keeps what came back for an administrator to
 * approve. The steps between are not in a transaction, because the network is in them.
 */
@ApplicationScoped
class RegisterPlatform {

  private static final System.Logger LOG = System.getLogger(RegisterPlatform.class.getName());
  private static final int MAX_BYTES = 256 * 1024;
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final int UNAUTHORISED = 401;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Invitations invitations;
  private final KeepRegistration keep;
  private final RegistrationCheck check;
  private final Outbound outbound;
  private final Tool tool;

  @Inject
  RegisterPlatform(
      Invitations invitations,
      KeepRegistration keep,
      RegistrationCheck check,
      Outbound outbound,
      PublicOrigin publicOrigin) {
    this.invitations = invitations;
    this.keep = keep;
    this.check = check;
    this.outbound = outbound;
    this.tool = Tool.at(publicOrigin);
  }

  /** What was registered, to be shown. */
  record Done(String name, String issuer, String clientId, KeepRegistration.Registered as) {}

  /**
   * Registers.
   *
   * @param token the platform's registration token, or null if it sent none
   * @throws RegistrationFailed with words; the invitation can then be used again
   */
  Done register(String code, URI configuration, @Nullable String token) {
    Invitation invitation =
        invitations
            .find(code)
            .filter(invitations::use)
            .orElseThrow(() -> new RegistrationFailed("platform.register.invitation"));
    try {
      PlatformConfiguration found = read(configuration, token);
      Registration values = post(found, token);
      KeepRegistration.Registered as = keep.registered(invitation, values);
      LOG.log(INFO, "platform registered: invitation={0} as={1}", invitation.id(), as);
      return new Done(values.name(), values.issuer(), values.clientId(), as);
    } catch (RegistrationFailed e) {
      invitations.giveBack(invitation, String.valueOf(e.getMessage()));
      throw e;
    } catch (ProblemException e) {
      invitations.giveBack(invitation, String.valueOf(e.getMessage()));
      throw new RegistrationFailed(e.detailKey(), e.arguments().toArray());
    } catch (RuntimeException e) {
      invitations.giveBack(invitation, e.getClass().getSimpleName());
      throw e;
    }
  }

  private PlatformConfiguration read(URI address, @Nullable String token) {
    Answer answer = send("GET", address, token, null);
    if (!answer.ok()) {
      throw refused(answer, address);
    }
    return PlatformConfiguration.parse(answer.text(), address, check);
  }

  private Registration post(PlatformConfiguration platform, @Nullable String token) {
    Product product = Product.ofFamily(platform.productFamily());
    String message = RegistrationMessage.of(tool, product);
    Answer answer = send("POST", platform.registrationEndpoint(), token, message);
    if (!answer.ok()) {
      throw refused(answer, platform.registrationEndpoint());
    }
    JsonNode registered = json(answer, platform);
    String deployment =
        registered.path(RegistrationMessage.TOOL_CONFIGURATION).path("deployment_id").asText("");
    Registration values =
        new Registration(
            RegistrationFile.name(product, platform.issuer()),
            product,
            platform.issuer(),
            registered.path("client_id").asText(""),
            platform.authorizationEndpoint(),
            platform.tokenEndpoint(),
            platform.audience().isEmpty() ? null : platform.audience(),
            platform.keySetUrl(),
            List.of(),
            deployment.isEmpty() ? List.of() : List.of(deployment));
    if (!check.faults(values, Tool.NAME).isEmpty()) {
      throw new RegistrationFailed(
          "platform.register.no-client", platform.registrationEndpoint().getHost());
    }
    return values;
  }

  private static JsonNode json(Answer answer, PlatformConfiguration platform) {
    try {
      return JSON.readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new RegistrationFailed(
          "platform.register.no-client", platform.registrationEndpoint().getHost());
    }
  }

  private Answer send(String method, URI uri, @Nullable String token, @Nullable String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json");
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    try {
      return outbound.send(
          new Call(
              method,
              uri,
              headers,
              body == null ? null : body.getBytes(StandardCharsets.UTF_8),
              MAX_BYTES,
              WITHIN));
    } catch (ExternalRefusal e) {
      throw new RegistrationFailed("platform.register.forbidden", uri.getAuthority());
    } catch (ExternalUnavailable e) {
      throw new RegistrationFailed("platform.register.no-answer", uri.getAuthority());
    }
  }

  private static RegistrationFailed refused(Answer answer, URI uri) {
    return answer.status() == UNAUTHORISED
        ? new RegistrationFailed("platform.register.token", uri.getHost())
        : new RegistrationFailed(
            "platform.register.refused",
            uri.getHost(),
            String.valueOf(answer.status()),
            RefusalText.of(answer.text()));
  }
}
