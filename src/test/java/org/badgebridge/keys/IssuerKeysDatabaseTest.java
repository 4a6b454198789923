package org.badgebridge.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuerKeysDatabaseTest {

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  /** Keys have random ids, so a wrong order would show for about every second issuer. */
  private static final int ISSUERS = 16;

  private final Sealer sealer =
      new Sealer(new SecretsKey(new PublicOrigin("https://badges.example.org"), Optional.of(KEY)));
  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anIssuerSignsWithOneKey(TestDatabase kind) {
    UUID issuer = UUID.randomUUID();
    try (var database = kind.open()) {
      IssuerKey first = database.compute(em -> keys(em).signing(issuer));
      IssuerKey again = database.compute(em -> keys(em).signing(issuer));
      assertThat(again.id()).isEqualTo(first.id());
      List<String> known = database.compute(em -> keys(em).all(issuer));
      assertThat(known).containsExactly(first.multibase());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aKeyReplacedInTheSecondItWasMadeHasOneSuccessorThatSigns(TestDatabase kind) {
    try (var database = kind.open()) {
      for (int i = 0; i < ISSUERS; i++) {
        UUID issuer = UUID.randomUUID();
        IssuerKey old = database.compute(em -> keys(em).signing(issuer));
        IssuerKey young = database.compute(em -> keys(em).replace(issuer));
        List<String> known = database.compute(em -> keys(em).all(issuer));
        assertThat(known).containsExactlyInAnyOrder(old.multibase(), young.multibase());
        IssuerKey signing = database.compute(em -> keys(em).signing(issuer));
        assertThat(signing.id()).isEqualTo(young.id());
        List<String> after = database.compute(em -> keys(em).all(issuer));
        assertThat(after).isEqualTo(known);
      }
    }
  }

  private IssuerKeys keys(EntityManager em) {
    return new IssuerKeys(em, sealer, clock);
  }
}
