package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.Scope;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a host can be allowed here (Open Badges 3.0, scopes of the API): to read, nothing else. */
public enum HostScope {
  /** The signed badges. */
  CREDENTIALS("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"),

  /** Whose backpack it is, as the badges name them. */
  PROFILE("https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly"),

  /** To come again while the owner is away: refresh tokens. */
  OFFLINE("offline_access");

  private final String wire;

  HostScope(String wire) {
    this.wire = wire;
  }

  /** As it is written in OAuth messages. */
  public String wire() {
    return wire;
  }

  /** Those of ours that were asked for; others are passed over (RFC 6749 §3.3). */
  static Set<HostScope> among(@Nullable Scope asked) {
    return Collections.unmodifiableSet(
        Stream.of(values())
            .filter(each -> asked != null && asked.contains(each.wire))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(HostScope.class))));
  }

  /** Whether there is anything to read in them. */
  static boolean reads(Set<HostScope> scopes) {
    return scopes.contains(CREDENTIALS) || scopes.contains(PROFILE);
  }

  static Scope scope(Set<HostScope> scopes) {
    return new Scope(
        Stream.of(values()).filter(scopes::contains).map(HostScope::wire).toArray(String[]::new));
  }

  static String names(Set<HostScope> scopes) {
    return scopes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  static Set<HostScope> ofNames(String names) {
    return Stream.of(names.split(",", -1))
        .map(HostScope::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(HostScope.class)));
  }
}
