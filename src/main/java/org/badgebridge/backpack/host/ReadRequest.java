package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/** Reads what a host asks, in the order in which it can be trusted: who, where back, what. */
@ApplicationScoped
public class ReadRequest {

  private static final int LONGEST = 2_800;
  private static final int CHALLENGE = 43; // 32 bytes in base64url (RFC 7636 §4.2)

  private final Hosts hosts;
  private final HostAddresses addresses;

  @Inject
  ReadRequest(Hosts hosts, HostAddresses addresses) {
    this.hosts = hosts;
    this.addresses = addresses;
  }

  /**
   * Reads it.
   *
   * @param query of the address, as it came; null if there is none
   * @throws ProblemException MALFORMED if we do not know the host, or it did not register the
   *     address that wants the answer: nobody is ever sent there (RFC 6749 §4.1.2.1)
   * @throws FaultyRequest if anything else is wrong
   */
  HostRequest read(@Nullable String query) {
    if (query == null || query.length() > LONGEST) {
      throw new ProblemException(ProblemType.MALFORMED, "backpack.host.unknown");
    }
    Map<String, List<String>> parameters = URLUtils.parseParameters(query);
    Host host =
        Optional.ofNullable(Link.id(single(parameters, "client_id")))
            .flatMap(hosts::find)
            .orElseThrow(
                () -> new ProblemException(ProblemType.MALFORMED, "backpack.host.unknown"));
    String redirect = single(parameters, "redirect_uri");
    if (!host.redirectsTo(redirect)) {
      throw new ProblemException(ProblemType.MALFORMED, "backpack.host.redirect", host.site());
    }
    try {
      return check(host, URI.create(redirect), AuthorizationRequest.parse(parameters));
    } catch (ParseException e) {
      ErrorObject error = e.getErrorObject();
      throw faulty(
          host,
          URI.create(redirect),
          error == null ? OAuth2Error.INVALID_REQUEST : error,
          e.getState());
    }
  }

  private HostRequest check(Host host, URI redirect, AuthorizationRequest asked) {
    ErrorObject fault = fault(asked);
    Set<HostScope> scopes = EnumSet.noneOf(HostScope.class);
    scopes.addAll(HostScope.among(asked.getScope()));
    scopes.retainAll(host.scopes());
    if (fault == null && !HostScope.reads(scopes)) {
      fault =
          OAuth2Error.INVALID_SCOPE.setDescription(
              "scope must name some of what this host registered");
    }
    if (fault != null) {
      throw faulty(host, redirect, fault, asked.getState());
    }
    return new HostRequest(
        host, redirect, asked.getState(), scopes, asked.getCodeChallenge().getValue());
  }

  private static @Nullable ErrorObject fault(AuthorizationRequest asked) {
    if (asked.specifiesRequestObject()) {
      return invalid("request and request_uri are not taken here");
    }
    if (!ResponseType.CODE.equals(asked.getResponseType())) {
      return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.setDescription("response_type must be code");
    }
    if (asked.getResponseMode() != null && !ResponseMode.QUERY.equals(asked.getResponseMode())) {
      return invalid("response_mode must be query");
    }
    if (asked.getState() == null) {
      return invalid("state is required");
    }
    // plain is not taken: who sees the request would know the verifier (RFC 9700 §2.1.1)
    if (asked.getCodeChallenge() == null
        || asked.getCodeChallenge().getValue().length() != CHALLENGE
        || !CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())) {
      return invalid("send code_challenge with code_challenge_method S256");
    }
    return null;
  }

  private static ErrorObject invalid(String description) {
    return OAuth2Error.INVALID_REQUEST.setDescription(description);
  }

  private FaultyRequest faulty(Host host, URI redirect, ErrorObject error, @Nullable State state) {
    return new FaultyRequest(
        host, error, HostRequest.error(redirect, error, state, addresses.issuer()));
  }

  private static String single(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }
}
