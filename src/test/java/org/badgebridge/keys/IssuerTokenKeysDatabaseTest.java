package org.badgebridge.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuerTokenKeysDatabaseTest {

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final Sealer sealer =
      new Sealer(new SecretsKey(new PublicOrigin("https://badges.example.org"), Optional.of(KEY)));
  private final MovableClock clock = new MovableClock();
  private final UUID issuer = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anIssuerSignsTokensWithOneKeyBesideThatOfItsDocuments(TestDatabase kind) {
    try (var database = kind.open()) {
      RSAKey first = database.compute(em -> keys(em).signing(issuer));
      RSAKey again = database.compute(em -> keys(em).signing(issuer));
      assertThat(again.getKeyID()).isEqualTo(first.getKeyID());
      IssuerKey other = database.compute(em -> new IssuerKeys(em, sealer, clock).signing(issuer));
      List<String> others = database.compute(em -> new IssuerKeys(em, sealer, clock).all(issuer));
      assertThat(others).containsExactly(other.multibase());
      assertThat(names(database)).containsExactly(first.getKeyID());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aReplacedKeyStaysPublishedAndNoPrivateOneEverIs(TestDatabase kind) {
    try (var database = kind.open()) {
      RSAKey old = database.compute(em -> keys(em).signing(issuer));
      database.transaction(em -> keys(em).replace(issuer));
      RSAKey young = database.compute(em -> keys(em).signing(issuer));
      assertThat(young.getKeyID()).isNotEqualTo(old.getKeyID());
      assertThat(names(database)).containsExactlyInAnyOrder(old.getKeyID(), young.getKeyID());
      List<RSAKey> published = database.compute(em -> keys(em).all(issuer));
      assertThat(published).noneMatch(JWK::isPrivate);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void firstTokensAtTheSameMomentAreSignedWithTheSameKey(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      List<String> used =
          Race.of(4, () -> database.compute(em -> keys(em).signing(issuer)).getKeyID());
      assertThat(used).containsOnly(names(database).get(0));
      assertThat(names(database)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anIssuerThatNeverSignedATokenGetsNoKeyForThem(TestDatabase kind) {
    try (var database = kind.open()) {
      database.transaction(em -> keys(em).replace(issuer));
      assertThat(names(database)).isEmpty();
    }
  }

  private List<String> names(OpenDatabase database) {
    return database.compute(em -> keys(em).all(issuer)).stream().map(JWK::getKeyID).toList();
  }

  private IssuerTokenKeys keys(EntityManager em) {
    return new IssuerTokenKeys(em, sealer, clock);
  }
}
