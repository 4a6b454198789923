package org.badgebridge.launch;

import java.util.HashMap;
import java.util.Map;
import org.badgebridge.platform.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What the two pages that speak with the platform's storage are given (LTI Platform Storage 0.1).
 * Messages go to the origin of the authorization endpoint and to no other.
 */
final class StoragePage {

  private StoragePage() {}

  static Map<String, @Nullable Object> keep(LoginAnswer.KeepInPlatform keep) {
    Map<String, @Nullable Object> parameters = common(keep.platform(), keep.state());
    parameters.put("value", keep.state().binding());
    parameters.put("next", keep.location());
    return parameters;
  }

  static Map<String, @Nullable Object> recall(LaunchAnswer.Pending pending) {
    Map<String, @Nullable Object> parameters = common(pending.platform(), pending.state());
    parameters.put("launch", pending.launchId().toString());
    return parameters;
  }

  private static Map<String, @Nullable Object> common(Platform platform, LoginState state) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("target", state.storageTarget());
    parameters.put("origin", ClaimText.origin(platform.authLoginUrl()));
    parameters.put("key", "lti_state_" + state.nonce().substring(0, 16));
    return parameters;
  }
}
