package org.badgebridge.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolKeysDatabaseTest {

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final Duration DAY = Duration.ofHours(24);

  private final Sealer sealer =
      new Sealer(new SecretsKey(new PublicOrigin("https://badges.example.org"), Optional.of(KEY)));
  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theFirstKeySignsAtOnceAndIsSealedAtRest(TestDatabase kind) {
    try (var database = kind.open()) {
      database.transaction(em -> rotation(em).run());
      database.transaction(
          em -> {
            RSAKey signing = keys(em).signing();
            assertThat(signing.isPrivate()).isTrue();
            assertThat(signing.size()).isEqualTo(2048);
            assertThat(keys(em).published().toString())
                .contains(signing.getKeyID())
                .doesNotContain("\"d\"");
            SigningKey stored = new SigningKeys(em).ofTool().get(0);
            assertThat(stored.publicKey()).doesNotContain("\"d\"");
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyKeyIsPublishedADayBeforeItSignsAndADayAfter(TestDatabase kind) {
    try (var database = kind.open()) {
      Map<String, Instant> published = new HashMap<>();
      Map<String, Instant> lastSigned = new HashMap<>();
      Set<String> signers = new LinkedHashSet<>();
      for (int hour = 0; hour < 24 * 280; hour += 6) {
        database.transaction(em -> rotation(em).run());
        database.transaction(
            em -> {
              Instant now = clock.instant();
              String signing = keys(em).signing().getKeyID();
              List<String> list =
                  keys(em).published().getKeys().stream().map(JWK::getKeyID).toList();
              assertThat(list)
                  .contains(signing)
                  .doesNotHaveDuplicates()
                  .hasSizeLessThanOrEqualTo(2);
              list.forEach(kid -> published.putIfAbsent(kid, now));
              lastSigned.forEach(
                  (kid, at) -> {
                    if (now.isBefore(at.plus(DAY))) {
                      assertThat(list).contains(kid);
                    }
                  });
              lastSigned.put(signing, now);
              if (signers.add(signing) && signers.size() > 1) {
                Instant since = published.getOrDefault(signing, Instant.MAX.minus(DAY));
                assertThat(now).isAfterOrEqualTo(since.plus(DAY));
              }
            });
        clock.advance(Duration.ofHours(6));
      }
      assertThat(signers).hasSize(4);
      assertThat(published.keySet()).isEqualTo(signers);
      database.transaction(
          em ->
              assertThat(keys(em).all().getKeys())
                  .extracting(JWK::getKeyID)
                  .containsExactlyElementsOf(signers));
      assertThat(database.count("select count(*) from signing_key")).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nodesThatStartAtOnceMakeOneFirstKey(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      ExecutorService nodes = Executors.newFixedThreadPool(4);
      try {
        List<Callable<Boolean>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          starts.add(
              () -> {
                database.transaction(em -> rotation(em).run());
                return true;
              });
        }
        for (Future<Boolean> each : nodes.invokeAll(starts)) {
          assertThat(each.get()).isTrue();
        }
      } finally {
        nodes.shutdownNow();
      }
      assertThat(database.count("select count(*) from signing_key")).isOne();
    }
  }

  private RotateToolKeys rotation(EntityManager em) {
    return new RotateToolKeys(new SigningKeys(em), sealer, clock);
  }

  private ToolKeys keys(EntityManager em) {
    return new ToolKeys(new SigningKeys(em), rotation(em), sealer, clock);
  }
}
