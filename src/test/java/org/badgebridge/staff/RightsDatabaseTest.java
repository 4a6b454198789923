package org.badgebridge.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRightHoldsAtItsPlaceAndBelowAndNowhereElse(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor editor = staff.with(Role.EDITOR, Level.ISSUER_GROUP, staff.group);

      assertThat(may(staff, editor, Level.ISSUER_GROUP, staff.group)).contains(Permission.UPDATE);
      assertThat(may(staff, editor, Level.ISSUER, staff.issuer)).contains(Permission.UPDATE);
      assertThat(may(staff, editor, Level.BADGE_CLASS, staff.badgeClass))
          .isEqualTo(Role.EDITOR.permissions());
      assertThat(may(staff, editor, Level.ISSUER, staff.otherIssuer))
          .containsExactly(Permission.READ);
      assertThat(may(staff, editor, Level.INSTITUTION, staff.institution))
          .containsExactly(Permission.READ);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rightsOfSeveralLevelsAddUp(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor actor = staff.with(Role.VIEWER, Level.INSTITUTION, staff.institution);
      staff.grant(actor, EnumSet.of(Permission.SIGN), Level.ISSUER_GROUP, staff.group);
      staff.grant(actor, EnumSet.of(Permission.AWARD), Level.BADGE_CLASS, staff.badgeClass);

      assertThat(may(staff, actor, Level.BADGE_CLASS, staff.badgeClass))
          .containsExactlyInAnyOrder(Permission.READ, Permission.SIGN, Permission.AWARD);
      assertThat(may(staff, actor, Level.ISSUER, staff.issuer))
          .containsExactlyInAnyOrder(Permission.READ, Permission.SIGN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aStrangerFindsNothingAndAMemberLearnsWhatIsMissing(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      SampleStaff elsewhere = new SampleStaff(database);
      Actor administrator =
          elsewhere.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, elsewhere.institution);
      Actor viewer = staff.with(Role.VIEWER, Level.BADGE_CLASS, staff.badgeClass);

      assertRefused(staff, administrator, Permission.READ, ProblemType.NOT_FOUND);
      assertRefused(staff, staff.stranger(), Permission.READ, ProblemType.NOT_FOUND);
      assertRefused(staff, viewer, Permission.AWARD, ProblemType.FORBIDDEN);
      staff.transaction(
          desk ->
              desk.rights.require(viewer, Permission.READ, Place.institution(staff.institution)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void operatorsMayEverythingAndLecturersAndLearnersNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      assertThat(may(staff, staff.operator, Level.BADGE_CLASS, staff.badgeClass))
          .isEqualTo(Permission.all());
      for (Actor.Kind other : Actor.Kind.values()) {
        if (other != Actor.Kind.ADMINISTRATOR) {
          Actor actor = new Actor(other, UUID.randomUUID(), "test");
          assertThat(may(staff, actor, Level.BADGE_CLASS, staff.badgeClass))
              .as("%s", other)
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aListIsNarrowedToWhereOneMay(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor one = staff.with(Role.VIEWER, Level.INSTITUTION, staff.institution);
      Actor whole =
          staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
      Actor viewer = staff.with(Role.VIEWER, Level.INSTITUTION, staff.institution);
      staff.grant(one, EnumSet.of(Permission.AWARD), Level.BADGE_CLASS, staff.badgeClass);

      staff.transaction(
          desk -> {
            Place place = desk.places.badgeClass(staff.badgeClass);
            Place other = desk.places.issuer(staff.otherIssuer).badgeClass(UUID.randomUUID());
            List<Place> all = List.of(place, other);
            Rights rights = desk.rights;
            assertThat(rights.where(one, Permission.AWARD, all)).containsExactly(place);
            assertThat(rights.where(whole, Permission.AWARD, all)).isEqualTo(all);
            assertThat(rights.where(staff.operator, Permission.AWARD, all)).isEqualTo(all);
            assertThat(rights.where(viewer, Permission.AWARD, all)).isEmpty();
            assertThat(rights.maySomewhere(one, Permission.AWARD)).isTrue();
            assertThat(rights.maySomewhere(viewer, Permission.AWARD)).isFalse();
            assertThat(rights.maySomewhere(staff.stranger(), Permission.AWARD)).isFalse();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void staffSeeTheirInstitutionsAndOperatorsAll(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff one = new SampleStaff(database);
      SampleStaff two = new SampleStaff(database);
      Actor viewer = one.with(Role.VIEWER, Level.ISSUER, one.issuer);
      Actor both = one.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, one.institution);
      two.grant(both, Role.VIEWER.permissions(), Level.INSTITUTION, two.institution);

      assertThat(seen(one, viewer)).containsExactly(one.institution);
      assertThat(seen(one, both)).containsExactlyInAnyOrder(one.institution, two.institution);
      assertThat(seen(one, one.operator))
          .containsExactlyInAnyOrder(one.institution, two.institution);
      assertThat(seen(one, one.stranger())).isEmpty();
      List<UUID> administrated =
          one.compute(desk -> desk.rights.institutionsWhere(both, Permission.ADMINISTRATE));
      assertThat(administrated).containsExactly(one.institution);
    }
  }

  private static List<UUID> seen(SampleStaff staff, Actor actor) {
    return staff.compute(desk -> desk.rights.institutions(actor));
  }

  private static Set<Permission> may(SampleStaff staff, Actor actor, Level level, UUID id) {
    return staff.compute(desk -> desk.rights.of(actor, desk.places.at(level, id)));
  }

  private static void assertRefused(
      SampleStaff staff, Actor actor, Permission permission, ProblemType type) {
    assertThatThrownBy(
            () ->
                staff.transaction(
                    desk ->
                        desk.rights.require(
                            actor, permission, desk.places.badgeClass(staff.badgeClass))))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }
}
