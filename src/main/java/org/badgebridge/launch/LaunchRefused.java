package org.badgebridge.launch;

import org.badgebridge.platform.Platform;
import org.badgebridge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A login or launch that broke a rule. Carries what the answer and the audit line may know. */
final class LaunchRefused extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient @Nullable Platform platform;
  private final @Nullable String returnUrl;

  LaunchRefused(Refusal refusal) {
    this(refusal, null, null, null);
  }

  LaunchRefused(Refusal refusal, @Nullable Throwable cause) {
    this(refusal, null, null, cause);
  }

  private LaunchRefused(
      Refusal refusal,
      @Nullable Platform platform,
      @Nullable String returnUrl,
      @Nullable Throwable cause) {
    super(cause, refusal.problem(), "launch." + refusal.slug());
    this.refusal = refusal;
    this.platform = platform;
    this.returnUrl = returnUrl;
  }

  /** The same, once the platform is known. */
  LaunchRefused by(Platform platform) {
    return new LaunchRefused(refusal, platform, returnUrl, this);
  }

  /** The same, once the signature held: the page may lead back. */
  LaunchRefused leadingBackTo(@Nullable String url) {
    return new LaunchRefused(refusal, platform, url, this);
  }

  Refusal refusal() {
    return refusal;
  }

  @Nullable Platform platform() {
    return platform;
  }

  @Nullable String returnUrl() {
    return returnUrl;
  }
}
