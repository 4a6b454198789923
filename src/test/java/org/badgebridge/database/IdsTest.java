package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

  /** As databases compare: the text of a UUID sorts like its bytes. */
  private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

  @Test
  void isOfVersionSeven() {
    assertThat(List.of(Ids.next(), Ids.at(NOW), Ids.lowestOf(NOW)))
        .allSatisfy(
            id -> {
              assertThat(id.version()).isEqualTo(7);
              assertThat(id.variant()).isEqualTo(2);
            });
  }

  @Test
  void isNeverTheSameTwiceEvenInOneMoment() {
    Set<UUID> seen = new HashSet<>();
    Stream.generate(() -> Ids.at(NOW)).limit(20_000).forEach(seen::add);
    assertThat(seen).hasSize(20_000);
  }

  @Test
  void sortsByTheMomentItWasMadeFor() {
    UUID earlier = Ids.at(NOW.minusMillis(1));
    UUID lowest = Ids.lowestOf(NOW);
    UUID now = Ids.at(NOW);
    UUID later = Ids.at(NOW.plusMillis(1));
    assertThat(Stream.of(later, now, lowest, earlier).sorted(ORDER))
        .containsExactly(earlier, lowest, now, later);
  }
}
