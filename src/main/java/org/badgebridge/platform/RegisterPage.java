package org.badgebridge.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.web.ContentSecurity;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a platform opens to register itself (LTI Dynamic Registration 1.0 §3.3), in its own frame or
 * window. The GET only shows and asks; nothing is fetched or used up before the press.
 */
@Path("/lti/register")
@Produces("text/html;charset=UTF-8")
public class RegisterPage {

  private static final int LONGEST = 8_000;

  private final RegisterPlatform register;
  private final Invitations invitations;
  private final Institutions institutions;
  private final RegistrationCheck check;
  private final Views views;
  private final Words words;
  private final Tool tool;
  private final RegistrationThrottle throttle;

  @Inject
  RegisterPage(
      RegisterPlatform register,
      Invitations invitations,
      Institutions institutions,
      RegistrationCheck check,
      Views views,
      Words words,
      PublicOrigin publicOrigin,
      RegistrationThrottle throttle) {
    this.register = register;
    this.invitations = invitations;
    this.institutions = institutions;
    this.check = check;
    this.views = views;
    this.words = words;
    this.tool = Tool.at(publicOrigin);
    this.throttle = throttle;
  }

  @GET
  public Response ask(
      @QueryParam("invitation") @Nullable String code,
      @QueryParam("openid_configuration") @Nullable String configuration,
      @QueryParam("registration_token") @Nullable String token,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    Page page = Page.open(Words.choose(request.getHeader("Accept-Language")), words);
    Invitation invitation = invitation(code);
    if (!throttle.allows(invitation, request)) {
      return failed(429, page, "platform.register.too-many");
    }
    if (code == null || invitation == null) {
      return failed(403, page, "platform.register.invitation");
    }
    URI address = address(configuration, response);
    if (address == null) {
      return failed(400, page, "platform.register.start");
    }
    return html(
        200,
        "platform/register.jte",
        page,
        Map.of(
            "launch", tool.launchUrl(),
            "institution",
                institutions.find(invitation.institutionId()).map(Institution::name).orElse("–"),
            "host", address.getAuthority(),
            "fields",
                Map.of(
                    "invitation",
                    code,
                    "openid_configuration",
                    address.toString(),
                    "registration_token",
                    token == null ? "" : token)));
  }

  @POST
  public Response register(
      @FormParam("invitation") @Nullable String code,
      @FormParam("openid_configuration") @Nullable String configuration,
      @FormParam("registration_token") @Nullable String token,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    Page page = Page.open(Words.choose(request.getHeader("Accept-Language")), words);
    URI address = address(configuration, response);
    if (!throttle.allows(invitation(code), request)) {
      return failed(429, page, "platform.register.too-many");
    }
    if (code == null || address == null) {
      return failed(400, page, "platform.register.start");
    }
    try {
      RegisterPlatform.Done done =
          register.register(code, address, token == null || token.isBlank() ? null : token);
      return html(
          200,
          "platform/registered.jte",
          page,
          Map.of(
              "name", done.name(),
              "issuer", done.issuer(),
              "client", done.clientId(),
              "as", done.as().name(),
              "platform", Addresses.origin(address)));
    } catch (RegistrationFailed e) {
      return failed(422, page, e.key(), e.arguments());
    }
  }

  private @Nullable Invitation invitation(@Nullable String code) {
    return code == null ? null : invitations.find(code).orElse(null);
  }

  /** The configuration's address if we would call it; then its pages may frame this one. */
  private @Nullable URI address(@Nullable String configuration, HttpServletResponse response) {
    if (configuration == null
        || configuration.length() > LONGEST
        || !check.callable(configuration)) {
      return null;
    }
    URI address = URI.create(configuration);
    ContentSecurity.apply(
        response, ContentSecurity.policy(List.of(Addresses.origin(address)), List.of()));
    // the window that opened us must be reachable for the closing message
    response.setHeader("Cross-Origin-Opener-Policy", "unsafe-none");
    return address;
  }

  private Response failed(int status, Page page, String key, Object... arguments) {
    return html(
        status, "platform/not-registered.jte", page, Map.of("detail", page.t(key, arguments)));
  }

  private Response html(int status, String template, Page page, Map<String, ?> parameters) {
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .language(Locale.forLanguageTag(page.language()))
        .entity(views.render(template, page, parameters))
        .build();
  }
}
