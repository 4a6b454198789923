package org.badgebridge.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * One registration of Badge Bridge in a learning platform: the pair of {@code iss} and {@code
 * client_id} that launches come with, and the addresses to answer at.
 *
 * <p>It arrives by file or by typing (then it may launch at once), or by dynamic registration (then
 * it waits until an administrator approves it). It may be switched off and on again; it is never
 * deleted, because awards belong to its users.
 */
@Entity
@Table(name = "platform")
public class Platform {

  /** How a registration came to us. */
  public enum Origin {
    FILE,
    REGISTRATION,
    TYPED
  }

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String name;
  private String product;
  private String issuer;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "auth_login_url")
  private String authLoginUrl;

  @Column(name = "auth_token_url")
  private String authTokenUrl;

  @Column(name = "auth_audience")
  private @Nullable String authAudience;

  @Column(name = "key_set_url")
  private String keySetUrl;

  @Column(name = "service_hosts")
  private String serviceHosts;

  @Enumerated(EnumType.STRING)
  private RegistrationState state;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "origin_file")
  private @Nullable String originFile;

  @Column(name = "origin_digest")
  private @Nullable String originDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @Transient private transient @Nullable Set<String> origins;

  protected Platform() {} // for JPA

  /**
   * A new registration.
   *
   * @param draft values that passed {@link RegistrationCheck}
   */
  Platform(
      UUID id,
      UUID institutionId,
      Registration draft,
      RegistrationState state,
      Origin origin,
      Instant now) {
    this.id = id;
    this.issuer = draft.issuer();
    this.clientId = draft.clientId();
    this.state = state;
    this.origin = origin;
    this.createdAt = now;
    take(institutionId, draft);
  }

  /**
   * Takes over other values; issuer and client id stay, since they are what it is.
   *
   * @return whether anything changed
   * @throws IllegalArgumentException if the values are of another registration
   */
  boolean change(UUID institutionId, Registration draft) {
    if (!issuer.equals(draft.issuer()) || !clientId.equals(draft.clientId())) {
      throw new IllegalArgumentException("not the registration of platform " + id);
    }
    boolean same = registration().sameConnection(draft) && this.institutionId.equals(institutionId);
    take(institutionId, draft);
    return !same;
  }

  private void take(UUID institutionId, Registration draft) {
    this.institutionId = institutionId;
    this.name = draft.name();
    this.product = draft.product().slug();
    this.authLoginUrl = draft.authLoginUrl();
    this.authTokenUrl = draft.authTokenUrl();
    this.authAudience = draft.authAudience();
    this.keySetUrl = draft.keySetUrl();
    this.serviceHosts = String.join(" ", draft.serviceHosts());
    this.origins = null;
  }

  /** Lets it launch. */
  void approve() {
    if (state == RegistrationState.ACTIVE) {
      throw new ProblemException(ProblemType.CONFLICT, "platform.already-active");
    }
    state = RegistrationState.ACTIVE;
  }

  /** Takes another client id, under which the LMS knows it from now on. */
  void goBy(String newClientId) {
    clientId = newClientId;
  }

  /** Stops its launches. */
  void disable() {
    if (state == RegistrationState.DISABLED) {
      throw new ProblemException(ProblemType.CONFLICT, "platform.already-disabled");
    }
    state = RegistrationState.DISABLED;
  }

  /** Notes which file it stands in now, and does what the file says about launching. */
  void filed(String file, String digest, boolean enabled) {
    origin = Origin.FILE;
    originFile = file;
    originDigest = digest;
    state = enabled ? RegistrationState.ACTIVE : RegistrationState.DISABLED;
  }

  /** Whether a file with that content was applied already. */
  boolean isAsFiled(String file, String digest) {
    return file.equals(originFile) && digest.equals(originDigest);
  }

  /** The values, as a form or file would hold them; the deployments are kept elsewhere. */
  Registration registration() {
    return new Registration(
        name,
        product(),
        issuer,
        clientId,
        authLoginUrl,
        authTokenUrl,
        authAudience,
        keySetUrl,
        Registration.words(serviceHosts),
        java.util.List.of());
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  public String name() {
    return name;
  }

  public Product product() {
    Product known = Product.of(product);
    return known == null ? Product.GENERIC : known;
  }

  public String issuer() {
    return issuer;
  }

  public String clientId() {
    return clientId;
  }

  public String authLoginUrl() {
    return authLoginUrl;
  }

  public String authTokenUrl() {
    return authTokenUrl;
  }

  /** The audience of our client assertions if it is not the token address, or null. */
  public @Nullable String authAudience() {
    return authAudience;
  }

  public String keySetUrl() {
    return keySetUrl;
  }

  public RegistrationState state() {
    return state;
  }

  /** Whether it may launch. */
  public boolean active() {
    return state == RegistrationState.ACTIVE;
  }

  public Origin origin() {
    return origin;
  }

  public @Nullable String originFile() {
    return originFile;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /**
   * The origins its pages have, which may frame ours, as sources of a Content-Security-Policy: of
   * the login address and of the issuer, of the hosts that an administrator allowed, and for
   * platforms that the vendor runs all under its domain ({@code https://*.instructure.com}),
   * because issuer and login are the vendor's there and only the page is the customer's.
   */
  public Set<String> origins() {
    Set<String> known = origins;
    if (known == null) {
      Set<String> found = new LinkedHashSet<>();
      found.add(Addresses.origin(URI.create(authLoginUrl)));
      String own = Addresses.originOrNull(issuer);
      if (own != null) {
        found.add(own);
      }
      found.addAll(ServiceHosts.of(this).pages());
      known = Collections.unmodifiableSet(found);
      origins = known;
    }
    return known;
  }

  /**
   * Whether a service at that address is this platform's: a registered address or issuer has that
   * host, an administrator allowed it, or it is under the vendor's own domain. Only there do we
   * send an access token.
   */
  public boolean serves(URI uri) {
    return ServiceHosts.of(this).allow(uri);
  }
}
