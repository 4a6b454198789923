package org.badgebridge.login;

import java.util.Map;
import java.util.UUID;
import org.badgebridge.login.LoginState.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of somebody, and what they came for.
 *
 * @param subjectId who began: the person who links, the account that tests; null for who enters
 * @param claims all that was said, for whoever tests
 */
public record Login(
    OpenIdProvider provider,
    Purpose purpose,
    @Nullable UUID subjectId,
    String subject,
    @Nullable String name,
    @Nullable String email,
    Map<String, String> claims) {

  /** Whether it opens a backpack. */
  public boolean enters() {
    return purpose == Purpose.ENTER;
  }

  /** Whether it becomes one more way into a backpack. */
  public boolean links() {
    return purpose == Purpose.LINK;
  }

  /** Whether an administrator looks what comes. */
  public boolean tests() {
    return purpose == Purpose.TEST;
  }
}
