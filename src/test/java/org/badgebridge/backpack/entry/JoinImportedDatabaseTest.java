package org.badgebridge.backpack.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.backpack.entry.EntryDesk.ENGLISH;
import static org.badgebridge.backpack.entry.EntryDesk.owner;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.backpack.elsewhere.ImportDesk;
import org.badgebridge.backpack.elsewhere.ImportedBadge;
import org.badgebridge.backpack.elsewhere.StrangeBadge;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.way.PersonKeys;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.verification.FakeWeb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badges from elsewhere when two backpacks become one, and two again. */
class JoinImportedDatabaseTest {

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void comeAlongOnceAndGoBackWithWhatBroughtThem(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID from = person(database);
      UUID into = person(database);
      String both = StrangeBadge.ofAKey();
      UUID theirs = keep(database, from, StrangeBadge.ofAKey());
      keep(database, from, both);
      UUID mine = keep(database, into, both);
      String code = entry(database, desk -> desk.doors.to(from, ENGLISH).code());

      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));

      assertThat(badges(database, into)).containsExactlyInAnyOrder(theirs, mine);
      UUID join = entry(database, desk -> desk.ways.of(into).joinings().get(0).id());
      deed(database, desk -> desk.joining.part(into, join, owner(into), ENGLISH));

      assertThat(badges(database, into)).containsExactly(mine);
      assertThat(badges(database, from)).hasSize(2).contains(theirs);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasRemovedMeanwhileDoesNotComeBack(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID from = person(database);
      UUID into = person(database);
      UUID theirs = keep(database, from, StrangeBadge.ofAKey());
      String code = entry(database, desk -> desk.doors.to(from, ENGLISH).code());
      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));
      database.transaction(em -> desk(em).ledger.remove(into, theirs, owner(into)));
      UUID join = entry(database, desk -> desk.ways.of(into).joinings().get(0).id());
      deed(database, desk -> desk.joining.part(into, join, owner(into), ENGLISH));
      assertThat(database.count("select count(*) from imported_badge")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keysComeAlongOnceAndGoBack(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID from = person(database);
      UUID into = person(database);
      String both = "b".repeat(43);
      String theirs = "t".repeat(43);
      database.transaction(
          em -> {
            PersonKeys keys = keys(em);
            keys.add(from, both);
            keys.add(from, theirs);
            keys.add(into, both);
          });
      String code = entry(database, desk -> desk.doors.to(from, ENGLISH).code());
      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));
      assertThat(keys(database, into)).containsExactlyInAnyOrder(both, theirs);
      UUID join = entry(database, desk -> desk.ways.of(into).joinings().get(0).id());
      deed(database, desk -> desk.joining.part(into, join, owner(into), ENGLISH));
      assertThat(keys(database, into)).containsExactly(both);
      assertThat(keys(database, from)).containsExactlyInAnyOrder(both, theirs);
    }
  }

  private PersonKeys keys(EntityManager em) {
    return new PersonKeys(new Sql(JoinedDataSource.of(em)), clock);
  }

  private List<String> keys(OpenDatabase database, UUID person) {
    return database.compute(em -> keys(em).of(person));
  }

  private ImportDesk desk(EntityManager em) {
    return new ImportDesk(em, new FakeWeb(), clock);
  }

  private UUID keep(OpenDatabase database, UUID person, String badge) {
    return database.compute(em -> desk(em).keep(person, badge));
  }

  private List<UUID> badges(OpenDatabase database, UUID person) {
    return database.compute(
        em -> desk(em).badges.of(person).stream().map(ImportedBadge::id).toList());
  }

  private static UUID person(OpenDatabase database) {
    UUID learner = new SampleCourse(database).learner("Eve");
    return database.compute(em -> em.find(LmsUser.class, learner).personId());
  }

  private <T> T entry(OpenDatabase database, Function<EntryDesk, T> work) {
    return database.compute(em -> work.apply(new EntryDesk(em, clock)));
  }

  private void deed(OpenDatabase database, Consumer<EntryDesk> work) {
    database.transaction(em -> work.accept(new EntryDesk(em, clock)));
  }
}
