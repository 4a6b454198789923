package org.badgebridge.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstitutionsDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void foundsOneInstitutionHoweverManyAskAtOnce(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Callable<UUID>> askers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        askers.add(() -> named(database, " Hogeschool Voorbeeld ").id());
      }

      Set<UUID> ids = new HashSet<>();
      for (Future<UUID> asker : threads.invokeAll(askers)) {
        ids.add(asker.get());
      }
      threads.shutdown();

      assertThat(ids).hasSize(1);
      assertThat(database.count("select count(*) from institution")).isEqualTo(1);
      assertThat(database.count("select count(*) from issuer")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesANewInstitutionAnIssuerOfItsName(TestDatabase kind) {
    try (var database = kind.open()) {
      Institution founded = named(database, "Hogeschool Voorbeeld");

      List<Issuer> issuers = database.compute(em -> new Issuers(em).of(founded.id()));

      assertThat(issuers).extracting(Issuer::name).containsExactly("Hogeschool Voorbeeld");
    }
  }

  private static Institution named(OpenDatabase database, String name) {
    return database.compute(
        em -> new Institutions(em, new Sql(database.dataSource()), Clock.systemUTC()).named(name));
  }
}
