package org.badgebridge.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.CheckedSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key under which everything secret lies in the database ({@code BADGEBRIDGE_SECRETS_KEY}, 32
 * bytes in base64). On a loopback address, for development, it may be absent and is then made once
 * and kept in {@code ./data/secrets.key}.
 */
@ApplicationScoped
public class SecretsKey implements CheckedSettings {

  private static final int BYTES = 32;
  private static final Path FILE = Path.of("data", "secrets.key");

  private final boolean development;
  private final @Nullable String configured;
  private final Path file;
  private volatile @Nullable SecretKey key;

  /** Reads nothing yet: faults are reported first. */
  @Inject
  public SecretsKey(
      PublicOrigin origin,
      @ConfigProperty(name = "badgebridge.secrets.key") Optional<String> configured) {
    this(origin, configured.orElse(null), FILE);
  }

  SecretsKey(PublicOrigin origin, @Nullable String configured, Path file) {
    this.development = origin.faults().isEmpty() && origin.loopback();
    this.configured = configured == null ? null : configured.strip();
    this.file = file;
  }

  @Override
  public List<String> faults() {
    if (configured == null) {
      return development
          ? List.of()
          : List.of(
              "BADGEBRIDGE_SECRETS_KEY is missing: set it to 32 random bytes in base64"
                  + " (openssl rand -base64 32) and keep a copy, nothing can be read without it");
    }
    return decode(configured) != null
        ? List.of()
        : List.of("BADGEBRIDGE_SECRETS_KEY must be 32 bytes in base64 (openssl rand -base64 32)");
  }

  SecretKey key() {
    SecretKey known = key;
    if (known == null) {
      byte[] bytes = decode(configured == null ? SecretsFile.readOrCreate(file) : configured);
      if (bytes == null) {
        throw new IllegalStateException("not 32 bytes in base64: " + describe());
      }
      known = new SecretKeySpec(bytes, "AES");
      key = known;
    }
    return known;
  }

  private String describe() {
    return configured == null ? file.toString() : "BADGEBRIDGE_SECRETS_KEY";
  }

  private static byte @Nullable [] decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.strip());
      return bytes.length == BYTES ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null; // not base64: reported as a fault
    }
  }
}
