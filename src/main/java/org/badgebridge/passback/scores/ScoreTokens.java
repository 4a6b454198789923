package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;
import org.badgebridge.passback.connector.Connector;

/**
 * Access tokens, sealed and kept nowhere: for one connector, some scopes and an hour, and only
 * while the connector has the keys that it had then.
 */
@ApplicationScoped
class ScoreTokens {

  /** How long a token is good. */
  static final Duration LIFE = Duration.ofHours(1);

  private static final String PURPOSE = "scores-token";
  private static final int LENGTH = 2 * Long.BYTES + Long.BYTES + Long.BYTES + 1;

  private final Sealer sealer;
  private final Clock clock;

  @Inject
  ScoreTokens(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  String make(Connector connector, Set<AgsScope> scopes) {
    int bits = 0;
    for (AgsScope each : scopes) {
      bits |= each.bit();
    }
    byte[] plain =
        ByteBuffer.allocate(LENGTH)
            .putLong(connector.id().getMostSignificantBits())
            .putLong(connector.id().getLeastSignificantBits())
            .putLong(clock.instant().plus(LIFE).getEpochSecond())
            .putLong(keys(connector))
            .put((byte) bits)
            .array();
    return sealer.sealToText(plain, PURPOSE);
  }

  /** What a token allows at a connector; empty if it is none, or none of it, or over. */
  Optional<Set<AgsScope>> open(String token, Connector connector) {
    ByteBuffer plain;
    try {
      plain = ByteBuffer.wrap(sealer.openText(token, PURPOSE));
    } catch (SealBroken e) {
      return Optional.empty();
    }
    boolean good =
        new UUID(plain.getLong(), plain.getLong()).equals(connector.id())
            && clock.instant().isBefore(Instant.ofEpochSecond(plain.getLong()))
            && plain.getLong() == keys(connector);
    return good ? Optional.of(scopes(plain.get())) : Optional.empty();
  }

  private static Set<AgsScope> scopes(int bits) {
    Set<AgsScope> scopes = EnumSet.noneOf(AgsScope.class);
    for (AgsScope each : AgsScope.values()) {
      if ((bits & each.bit()) != 0) {
        scopes.add(each);
      }
    }
    return scopes;
  }

  private static long keys(Connector connector) {
    String text = connector.setting(ScoresKind.ADDRESS) + "\n" + connector.setting(ScoresKind.KEYS);
    return ByteBuffer.wrap(Digests.sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
