package org.badgebridge.backpack.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.identity.way.PersonKeys;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.verification.StrangeIssuer;
import org.badgebridge.verification.verdict.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badges of other issuers that name their owner by a key. */
class ImportByKeyDatabaseTest {

  private final MovableClock clock = new MovableClock();
  private final StrangeBadge strange = new StrangeBadge();
  private final KeyDid key = KeyDid.of("did:key:" + new StrangeIssuer().multibase());
  private final KeyDid other = KeyDid.of("did:key:" + new StrangeIssuer().multibase());

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isTheirsIfTheyShowedTheKeyInWhateverWayItIsWritten(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database);
      prove(database, ada, other);
      prove(database, ada, key);
      prove(database, ada, key);
      for (String did : new String[] {key.did(), KeyDid.of(key.key()).did()}) {
        BringBadge.Brought brought = bring(database, ada, strange.ofSubject(did));
        assertThat(brought.refusal()).isNull();
        ImportedBadge badge = Objects.requireNonNull(brought.badge());
        assertThat(badge.state()).isEqualTo(State.VALID);
        assertThat(badge.recipient())
            .isEqualTo("urn:ietf:params:oauth:jwk-thumbprint:sha-256:" + key.thumbprint());
        assertThat(badge.verdict().checks())
            .anyMatch(each -> each.key().equals("backpack.elsewhere.recipient.your-key"));
      }
      assertThat(database.count("select count(*) from holder_key where person_id = ?", ada))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isRefusedIfTheKeyIsSomebodyElsesOrCannotBeShown(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database);
      UUID bob = person(database);
      prove(database, bob, key);
      prove(database, ada, other);
      for (String did :
          new String[] {
            key.did(), key.did() + "#0", "did:web:ada.example", "did:jwk:e30", "did:ion:x"
          }) {
        assertThat(refusal(database, ada, strange.ofSubject(did)))
            .as(did)
            .isEqualTo(Refusal.NOT_YOUR_KEY);
      }
      assertThat(refusal(database, bob, strange.ofSubject(key.did()))).isNull();
      assertThat(database.count("select count(*) from imported_badge where person_id = ?", ada))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void staysTheirsWhenItIsCheckedAgain(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = person(database);
      prove(database, ada, key);
      UUID id = desk(database, desk -> desk.keep(ada, strange.ofSubject(key.did())));
      database.execute("delete from holder_key");
      clock.advance(Duration.ofHours(1));
      database.transaction(em -> new ImportDesk(em, strange.web, clock).checking.check(ada, id));
      ImportedBadge badge = desk(database, desk -> desk.badges.one(ada, id));
      assertThat(badge.state()).isEqualTo(State.VALID);
      assertThat(badge.recipient()).endsWith(key.thumbprint());
    }
  }

  private void prove(OpenDatabase database, UUID person, KeyDid proved) {
    database.transaction(
        em -> {
          PersonKeys keys = new ImportDesk(em, strange.web, clock).keys;
          keys.add(person, proved.thumbprint());
        });
  }

  private @Nullable Refusal refusal(OpenDatabase database, UUID person, String badge) {
    return bring(database, person, badge).refusal();
  }

  private BringBadge.Brought bring(OpenDatabase database, UUID person, String badge) {
    return desk(database, desk -> desk.bring(person, badge));
  }

  private <T> T desk(OpenDatabase database, Function<ImportDesk, T> work) {
    return database.compute(em -> work.apply(new ImportDesk(em, strange.web, clock)));
  }

  private static UUID person(OpenDatabase database) {
    UUID learner = new SampleCourse(database).learner("");
    return database.compute(
        em ->
            em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                .setParameter("id", learner)
                .getSingleResult());
  }
}
