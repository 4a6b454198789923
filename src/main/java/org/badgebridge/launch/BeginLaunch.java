package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.PlatformDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Answers a login initiation (1EdTech Security Framework 1.0 §5.1.1.1) with the authentication
 * request. Writes nothing: what must be remembered travels sealed in {@code state}.
 *
 * <p>The initiation is unsigned, anybody can send it: it chooses a registration and nothing else.
 */
@ApplicationScoped
public class BeginLaunch {

  /** Fields that are sent on when the login is begun again. */
  private static final List<String> PARAMETERS =
      List.of(
          "iss",
          "client_id",
          "login_hint",
          "lti_message_hint",
          "lti_deployment_id",
          "target_link_uri",
          "lti_storage_target");

  private static final Pattern FRAME_NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final int LONGEST = 4_000;

  private final PlatformDirectory platforms;
  private final LoginStates states;
  private final TargetLinks targets;
  private final PublicOrigin publicOrigin;
  private final Clock clock;

  @Inject
  BeginLaunch(
      PlatformDirectory platforms,
      LoginStates states,
      TargetLinks targets,
      PublicOrigin publicOrigin,
      Clock clock) {
    this.platforms = platforms;
    this.states = states;
    this.targets = targets;
    this.publicOrigin = publicOrigin;
    this.clock = clock;
  }

  /**
   * Chooses the registration and the way to bind the browser.
   *
   * @param framed whether the browser says that this is a frame in another site's page
   */
  LoginAnswer begin(Form form, BindingCookies cookies, boolean framed) {
    String issuer = bounded(form.once().need("iss"));
    String loginHint = bounded(form.need("login_hint"));
    String target = bounded(form.need("target_link_uri"));
    String messageHint = form.get("lti_message_hint");
    Platform platform = platform(issuer, form.get("client_id"));
    try {
      if (!platform.active()) {
        throw new LaunchRefused(Refusal.PLATFORM_INACTIVE);
      }
      targets.check(target);
      String storage = storageTarget(form);
      if (framed && !cookies.kept() && storage.isEmpty()) {
        return form.get("cookies") == null
            ? new LoginAnswer.AskForCookies(again(form) + "&cookies=asked")
            : new LoginAnswer.OpenTab(platform, again(form));
      }
      LoginState state = states.begin(platform.id(), storage);
      String request =
          request(platform, loginHint, messageHint == null ? null : bounded(messageHint), state);
      List<String> headers = cookies.begin(state, clock.instant());
      return storage.isEmpty() || cookies.kept()
          ? new LoginAnswer.Redirect(request, headers)
          : new LoginAnswer.KeepInPlatform(platform, state, request, headers);
    } catch (LaunchRefused e) {
      throw e.by(platform);
    }
  }

  private static String bounded(String value) {
    if (value.length() > LONGEST) {
      throw new LaunchRefused(Refusal.PARAMETERS);
    }
    return value;
  }

  /** {@code client_id} is optional; without it the issuer must have one registration only. */
  private Platform platform(String issuer, @Nullable String clientId) {
    if (clientId != null) {
      return platforms
          .find(issuer, clientId)
          .orElseThrow(() -> new LaunchRefused(Refusal.PLATFORM_UNKNOWN));
    }
    List<Platform> found = platforms.withIssuer(issuer);
    if (found.size() != 1) {
      throw new LaunchRefused(
          found.isEmpty() ? Refusal.PLATFORM_UNKNOWN : Refusal.PLATFORM_AMBIGUOUS);
    }
    return found.get(0);
  }

  private static String storageTarget(Form form) {
    String target = form.get("lti_storage_target");
    return target != null && FRAME_NAME.matcher(target).matches() ? target : "";
  }

  /** Security Framework 1.0 §5.1.1.2; hints are "passed back unaltered". */
  private String request(
      Platform platform, String loginHint, @Nullable String messageHint, LoginState state) {
    String endpoint = platform.authLoginUrl();
    StringBuilder url =
        new StringBuilder(1024).append(endpoint).append(endpoint.indexOf('?') < 0 ? '?' : '&');
    url.append("scope=openid&response_type=id_token&response_mode=form_post&prompt=none");
    add(url, "client_id", platform.clientId());
    add(url, "redirect_uri", publicOrigin.at("/lti/launch"));
    add(url, "login_hint", loginHint);
    if (messageHint != null) {
      add(url, "lti_message_hint", messageHint);
    }
    add(url, "state", states.seal(state));
    add(url, "nonce", state.nonce());
    return url.toString();
  }

  private static void add(StringBuilder url, String name, String value) {
    url.append('&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** Our own address with the same initiation, whose hints are unspent yet. */
  private static String again(Form form) {
    StringBuilder url = new StringBuilder("/lti/login?");
    for (String each : PARAMETERS) {
      String value = form.get(each);
      if (value != null) {
        add(url, each, value);
      }
    }
    return url.toString().replace("?&", "?");
  }
}
