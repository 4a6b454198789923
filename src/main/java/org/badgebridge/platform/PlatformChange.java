package org.badgebridge.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other addresses for a registered platform, which it asked for by registering again (Moodle:
 * "Update"). They hold nothing until an administrator takes them over: whoever could set them would
 * sign for all its users.
 */
@Entity
@Table(name = "platform_change")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
public class PlatformChange {

  @Id
  @Column(name = "platform_id")
  private UUID platformId;

  @Column(name = "invitation_id")
  private UUID invitationId;

  @Column(name = "auth_login_url")
  private String authLoginUrl;

  @Column(name = "auth_token_url")
  private String authTokenUrl;

  @Column(name = "auth_audience")
  private @Nullable String authAudience;

  @Column(name = "key_set_url")
  private String keySetUrl;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Version private long version;

  protected PlatformChange() {} // for JPA

  /** One field that would change; the name is that of files and forms. */
  public record Line(String field, String now, String then) {}

  PlatformChange(UUID platformId, UUID invitationId, Registration wanted, Instant now) {
    this.platformId = platformId;
    askAgain(invitationId, wanted, now);
  }

  /** Wants these values instead. */
  final void askAgain(UUID invitationId, Registration wanted, Instant now) {
    this.invitationId = invitationId;
    this.authLoginUrl = wanted.authLoginUrl();
    this.authTokenUrl = wanted.authTokenUrl();
    this.authAudience = wanted.authAudience();
    this.keySetUrl = wanted.keySetUrl();
    this.askedAt = now;
  }

  /** Whether a registration has these addresses already. */
  static boolean needless(Registration present, Registration wanted) {
    return present.authLoginUrl().equals(wanted.authLoginUrl())
        && present.authTokenUrl().equals(wanted.authTokenUrl())
        && Objects.equals(present.authAudience(), wanted.authAudience())
        && present.keySetUrl().equals(wanted.keySetUrl());
  }

  /** The registration with the wanted addresses; what administrators chose in it stays. */
  Registration in(Registration present) {
    return new Registration(
        present.name(),
        present.product(),
        present.issuer(),
        present.clientId(),
        authLoginUrl,
        authTokenUrl,
        authAudience,
        keySetUrl,
        present.serviceHosts(),
        present.deploymentIds());
  }

  /** What would change, to be shown. */
  List<Line> lines(Registration present) {
    Map<String, String> before = shown(present);
    Map<String, String> after = shown(in(present));
    return before.entrySet().stream()
        .map(
            each -> new Line(each.getKey(), each.getValue(), after.getOrDefault(each.getKey(), "")))
        .filter(line -> !line.now().equals(line.then()))
        .toList();
  }

  private static Map<String, String> shown(Registration values) {
    String audience = values.authAudience();
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("auth_login_url", values.authLoginUrl());
    shown.put("auth_token_url", values.authTokenUrl());
    shown.put("auth_audience", audience == null ? "" : audience);
    shown.put("key_set_url", values.keySetUrl());
    return shown;
  }

  UUID platformId() {
    return platformId;
  }

  Instant askedAt() {
    return askedAt;
  }
}
