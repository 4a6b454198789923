package org.badgebridge.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiClientsDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClientHasItsPermissionsAtItsPlaceAndBelowAndNothingElsewhere(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      SampleStaff elsewhere = new SampleStaff(database);
      Actor client =
          client(staff, make(staff, staff.operator, group(staff), Permission.UPDATE, null));
      Set<Permission> given = EnumSet.of(Permission.READ, Permission.UPDATE);

      assertThat(may(staff, client, group(staff))).isEqualTo(given);
      assertThat(may(staff, client, staff.place(Level.ISSUER, staff.issuer))).isEqualTo(given);
      assertThat(may(staff, client, staff.place(Level.BADGE_CLASS, staff.badgeClass)))
          .isEqualTo(given);
      assertThat(may(staff, client, staff.place(Level.ISSUER, staff.otherIssuer))).isEmpty();
      assertThat(may(staff, client, Place.institution(staff.institution))).isEmpty();
      assertThat(may(staff, client, Place.institution(elsewhere.institution))).isEmpty();
      assertThat(somewhere(staff, client, staff.institution)).isEqualTo(given);
      assertThat(somewhere(staff, client, elsewhere.institution)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyGivesAClientWhatTheyLack(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor editor = staff.with(Role.EDITOR, Level.ISSUER, staff.issuer);
      Actor limited =
          staff.with(
              EnumSet.of(Permission.READ, Permission.ADMINISTRATE), Level.ISSUER, staff.issuer);
      Place place = staff.place(Level.ISSUER, staff.issuer);

      refused(ProblemType.FORBIDDEN, () -> make(staff, editor, place, Permission.UPDATE, null));
      refused(ProblemType.FORBIDDEN, () -> make(staff, limited, place, Permission.UPDATE, null));
      refused(
          ProblemType.NOT_FOUND, () -> make(staff, staff.stranger(), place, Permission.READ, null));
      refused(
          ProblemType.FORBIDDEN, () -> make(staff, limited, group(staff), Permission.READ, null));
      assertThat(make(staff, limited, place, Permission.READ, null).token()).startsWith("bb_");
      assertThatThrownBy(() -> make(staff, limited, place, Permission.READ, staff.clock.instant()))
          .isInstanceOf(InvalidFields.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTokenWorksUntilItIsRevokedOrOver(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Place place = Place.institution(staff.institution);
      Instant end = staff.clock.instant().plus(Duration.ofDays(1));
      MakeApiClient.Made lasting = make(staff, staff.operator, place, Permission.UPDATE, null);
      MakeApiClient.Made ending = make(staff, staff.operator, place, Permission.UPDATE, end);

      assertThat(state(staff, lasting.token())).isEqualTo(ApiClient.State.ALIVE);
      assertThat(state(staff, lasting.token().substring(0, 78) + "x")).isNull();
      assertThat(state(staff, "bb_" + UUID.randomUUID())).isNull();
      assertThat(state(staff, "")).isNull();
      staff.clock.advance(Duration.ofDays(1));
      assertThat(state(staff, ending.token())).isEqualTo(ApiClient.State.EXPIRED);
      assertThat(may(staff, client(staff, ending), place)).isEmpty();
      refused(
          ProblemType.NOT_FOUND,
          () ->
              staff.transaction(desk -> desk.changeClient.revoke(lasting.id(), staff.stranger())));
      staff.transaction(desk -> desk.changeClient.revoke(lasting.id(), staff.operator));
      staff.transaction(desk -> desk.changeClient.revoke(lasting.id(), staff.operator));
      assertThat(state(staff, lasting.token())).isEqualTo(ApiClient.State.REVOKED);
      assertThat(may(staff, client(staff, lasting), place)).isEmpty();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'api-client.revoked'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void itsUseIsWrittenOnceAMinuteAndItsNameCanChange(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      MakeApiClient.Made made =
          make(
              staff, staff.operator, Place.institution(staff.institution), Permission.UPDATE, null);
      Instant first = staff.clock.instant();
      use(staff, made);
      staff.clock.advance(Duration.ofSeconds(30));
      use(staff, made);
      assertThat(stored(staff, made).lastUsedAt()).isEqualTo(first);
      staff.clock.advance(Duration.ofSeconds(31));
      use(staff, made);
      assertThat(stored(staff, made).lastUsedAt()).isEqualTo(staff.clock.instant());
      staff.transaction(
          desk -> desk.changeClient.rename(made.id(), " The  catalogue ", staff.operator));
      assertThat(stored(staff, made).name()).isEqualTo("The catalogue");
      assertThat(stored(staff, made).lastUsedAt()).isEqualTo(staff.clock.instant());
    }
  }

  private static void use(SampleStaff staff, MakeApiClient.Made made) {
    staff.transaction(desk -> desk.clients.use(desk.clients.withToken(made.token()).orElseThrow()));
  }

  private static ApiClient stored(SampleStaff staff, MakeApiClient.Made made) {
    return staff.compute(desk -> desk.clients.get(made.id()));
  }

  private static ApiClient.@Nullable State state(SampleStaff staff, String token) {
    return staff.compute(
        desk ->
            desk.clients
                .withToken(token)
                .map(each -> each.state(staff.clock.instant()))
                .orElse(null));
  }

  private static MakeApiClient.Made make(
      SampleStaff staff, Actor maker, Place place, Permission permission, @Nullable Instant end) {
    return staff.compute(
        desk -> desk.make.make(place, "Client", EnumSet.of(permission), end, maker));
  }

  private static Actor client(SampleStaff staff, MakeApiClient.Made made) {
    return stored(staff, made).actor();
  }

  private static Place group(SampleStaff staff) {
    return staff.place(Level.ISSUER_GROUP, staff.group);
  }

  private static Set<Permission> may(SampleStaff staff, Actor actor, Place place) {
    return staff.compute(desk -> desk.rights.of(actor, place));
  }

  private static Set<Permission> somewhere(SampleStaff staff, Actor actor, UUID institution) {
    return staff.compute(desk -> desk.rights.somewhereIn(actor, institution));
  }

  private static void refused(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }
}
