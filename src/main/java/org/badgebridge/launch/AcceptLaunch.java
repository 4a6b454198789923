package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.badgebridge.platform.Deployment;
import org.badgebridge.platform.Deployments;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.PlatformDirectory;
import org.badgebridge.platform.RegistrationState;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the platform's answer to a login: every check of LTI 1.3, in the specification's
 * order, and only then one row.
 *
 * <p>Not a transaction itself, because a key may have to be fetched; {@link OpenLaunch} is one.
 */
@ApplicationScoped
public class AcceptLaunch {

  private final LoginStates states;
  private final PlatformDirectory platforms;
  private final Deployments deployments;
  private final IdTokens tokens;
  private final TargetLinks targets;
  private final OpenLaunch openLaunch;

  @Inject
  AcceptLaunch(
      LoginStates states,
      PlatformDirectory platforms,
      Deployments deployments,
      IdTokens tokens,
      TargetLinks targets,
      OpenLaunch openLaunch) {
    this.states = states;
    this.platforms = platforms;
    this.deployments = deployments;
    this.tokens = tokens;
    this.targets = targets;
    this.openLaunch = openLaunch;
  }

  /**
   * Checks the answer and opens the session, or leaves it pending until the browser has shown the
   * binding that the platform keeps for us.
   *
   * @param languages the browser's {@code Accept-Language}
   * @throws LaunchRefused at the first rule that is broken; nothing is written then
   */
  LaunchAnswer accept(Form form, BindingCookies cookies, @Nullable String languages) {
    LoginState state = states.open(form.once().need("state"));
    Platform platform =
        platforms
            .find(state.platformId())
            .orElseThrow(() -> new LaunchRefused(Refusal.PLATFORM_UNKNOWN));
    try {
      return accept(form, platform, state, cookies.bind(state), languages);
    } catch (LaunchRefused e) {
      throw e.by(platform);
    }
  }

  private LaunchAnswer accept(
      Form form, Platform platform, LoginState state, boolean bound, @Nullable String languages) {
    if (!platform.active()) {
      throw new LaunchRefused(Refusal.PLATFORM_INACTIVE);
    }
    String error = form.get("error");
    if (error != null) {
      boolean signIn = Set.of("login_required", "interaction_required").contains(error);
      throw new LaunchRefused(signIn ? Refusal.LOGIN_REQUIRED : Refusal.PLATFORM_ERROR);
    }
    if (!bound && state.storageTarget().isEmpty()) {
      throw new LaunchRefused(Refusal.BROWSER);
    }
    Map<String, @Nullable Object> claims = tokens.verify(form.need("id_token"), platform);
    try {
      tokens.check(claims, platform, state);
      LaunchMessage message = LaunchMessages.read(claims, languages);
      Deployment deployment = deployment(platform, message.deploymentId(), claims);
      // the signed claim counts, not the parameter of the unsigned login (LTI Core 1.3 §5.3.4)
      targets.check(message.targetLinkUri());
      checkReturn(platform, message);
      StoredClaims stored = message.stored(framedBy(platform, message));
      var accepted = new AcceptedLaunch(platform, deployment, message, stored, state);
      return bound ? openLaunch.open(accepted) : openLaunch.keepPending(accepted);
    } catch (LaunchRefused e) {
      throw e.leadingBackTo(back(platform, claims));
    }
  }

  /** Unknown deployments wait for an administrator: several tenants may share one client id. */
  private Deployment deployment(
      Platform platform, String id, Map<String, @Nullable Object> claims) {
    Deployment known = platforms.deployment(platform.id(), id).orElse(null);
    if (known == null) {
      deployments.firstSeen(platform.id(), id, LaunchMessages.site(claims));
      throw new LaunchRefused(Refusal.DEPLOYMENT_UNKNOWN);
    }
    if (!known.active()) {
      boolean waiting = known.state() == RegistrationState.PENDING;
      throw new LaunchRefused(waiting ? Refusal.DEPLOYMENT_UNKNOWN : Refusal.DEPLOYMENT_INACTIVE);
    }
    return known;
  }

  /** What a lecturer picks goes to the platform that asked, and nowhere else. */
  private static void checkReturn(Platform platform, LaunchMessage message) {
    LaunchSession.DeepLinking picking = message.deepLinking();
    if (picking != null && !platform.serves(URI.create(picking.returnUrl()))) {
      throw new LaunchRefused(Refusal.TARGET);
    }
  }

  private static List<String> framedBy(Platform platform, LaunchMessage message) {
    Set<String> origins = new LinkedHashSet<>(platform.origins());
    String back = message.returnUrl() == null ? null : ClaimText.origin(message.returnUrl());
    if (back != null) {
      origins.add(back);
    }
    return List.copyOf(origins);
  }

  private static @Nullable String back(Platform platform, Map<String, @Nullable Object> claims) {
    String url = LaunchMessages.returnUrl(claims);
    return url != null && platform.serves(URI.create(url)) ? url : null;
  }
}
