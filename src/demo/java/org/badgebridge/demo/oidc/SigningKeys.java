package org.badgebridge.demo.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The campus's own key pairs: the newest signs, all are published until they are dropped. */
public final class SigningKeys {

  private final @Nullable Path file;
  private final boolean namesAlgorithm;
  private final List<RSAKey> keys = new ArrayList<>();

  /**
   * Reads the keys, or makes the first one.
   *
   * @param file where they are kept, or null to forget them at the end
   * @param namesAlgorithm whether published keys say {@code alg}: Brightspace's do not
   */
  public SigningKeys(@Nullable Path file, boolean namesAlgorithm) {
    this.file = file;
    this.namesAlgorithm = namesAlgorithm;
    if (file != null && Files.exists(file)) {
      read(file);
    } else {
      rotate();
    }
  }

  /** A new RSA key pair; also for tests that sign with a foreign key. */
  public static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(Sessions.secret())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public synchronized RSAKey current() {
    return keys.get(keys.size() - 1);
  }

  /** Signs with a new key from now on; the old ones stay published. */
  public synchronized RSAKey rotate() {
    keys.add(generate());
    if (file != null) {
      write(file);
    }
    return current();
  }

  /** Publishes none but the newest key any more. */
  public synchronized void dropOld() {
    keys.subList(0, keys.size() - 1).clear();
    if (file != null) {
      write(file);
    }
  }

  /** What the JWKS address shows. */
  public synchronized Map<String, Object> published() {
    return new JWKSet(List.copyOf(keys.stream().map(this::shown).toList())).toJSONObject();
  }

  private JWK shown(RSAKey key) {
    RSAKey open = key.toPublicJWK();
    return namesAlgorithm ? open : new RSAKey.Builder(open).algorithm(null).build();
  }

  private void read(Path from) {
    try {
      for (JWK key : JWKSet.load(from.toFile()).getKeys()) {
        keys.add(key.toRSAKey());
      }
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(from + " is no key set; delete it to begin anew", e);
    }
  }

  private void write(Path to) {
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.writeString(to, new JWKSet(List.copyOf(keys)).toString(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
