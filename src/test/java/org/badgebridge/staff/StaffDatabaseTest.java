package org.badgebridge.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anInvitationGivesItsPermissionsOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor invited = staff.stranger();
      String code = invite(staff, staff.operator, Level.ISSUER, staff.issuer, Role.EDITOR);

      accept(staff, code, invited);

      Place place = staff.place(Level.BADGE_CLASS, staff.badgeClass);
      Set<Permission> may = staff.compute(desk -> desk.rights.of(invited, place));
      assertThat(may).isEqualTo(Role.EDITOR.permissions());
      refused("staff.invitation.closed", () -> accept(staff, code, staff.stranger()));
      assertThat(audited(database, "staff.invited")).isEqualTo(1);
      assertThat(audited(database, "staff.joined")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCodeOpensNothingWhenUnknownLateOrRevoked(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor guest = staff.stranger();
      refused("staff.invitation.closed", () -> accept(staff, "made-up", guest));

      String revoked = invite(staff, staff.operator, Level.ISSUER, staff.issuer, Role.VIEWER);
      staff.transaction(
          desk ->
              desk.revoke.revoke(
                  desk.invitations.withCode(revoked).orElseThrow().id(), staff.operator));
      refused("staff.invitation.closed", () -> accept(staff, revoked, guest));

      String late = invite(staff, staff.operator, Level.ISSUER, staff.issuer, Role.VIEWER);
      staff.clock.advance(Duration.ofDays(7));
      refused("staff.invitation.closed", () -> accept(staff, late, guest));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSecondInvitationOfTheSamePersonReplacesTheFirst(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Place place = staff.place(Level.ISSUER, staff.issuer);
      String first = inviteTo(staff, place, " Zoe@Example.org ", Role.VIEWER);
      String second = inviteTo(staff, place, "zoe@example.org", Role.EDITOR);

      refused("staff.invitation.closed", () -> accept(staff, first, staff.stranger()));
      accept(staff, second, staff.stranger());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyGrantsWhatTheyLack(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor clerk =
          staff.with(
              EnumSet.of(Permission.READ, Permission.ADMINISTRATE), Level.ISSUER, staff.issuer);
      Actor viewer = staff.with(Role.VIEWER, Level.ISSUER, staff.issuer);
      Actor editor = staff.with(Role.EDITOR, Level.INSTITUTION, staff.institution);
      Actor head = staff.with(Role.ISSUER_ADMINISTRATOR, Level.ISSUER, staff.issuer);

      refused(
          "staff.grants-what-they-lack",
          () -> invite(staff, clerk, Level.ISSUER, staff.issuer, Role.AWARDER));
      refused(
          "staff.lacks.ADMINISTRATE",
          () -> invite(staff, editor, Level.ISSUER, staff.issuer, Role.VIEWER));
      refused(
          "staff.lacks.ADMINISTRATE",
          () -> invite(staff, head, Level.ISSUER_GROUP, staff.group, Role.VIEWER));
      refused(
          "staff.lacks.ADMINISTRATE",
          () -> invite(staff, head, Level.ISSUER, staff.otherIssuer, Role.VIEWER));
      refused(
          "staff.grants-what-they-lack",
          () -> change(staff, viewer, Level.ISSUER, Role.AWARDER.permissions(), clerk));
      refused("staff.nothing-given", () -> change(staff, viewer, Level.ISSUER, Set.of(), head));
      change(staff, viewer, Level.ISSUER, Role.AWARDER.permissions(), head);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersFindNoStaffToChange(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      SampleStaff elsewhere = new SampleStaff(database);
      Actor foreign =
          elsewhere.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, elsewhere.institution);
      Actor viewer = staff.with(Role.VIEWER, Level.ISSUER, staff.issuer);
      String code = invite(staff, staff.operator, Level.ISSUER, staff.issuer, Role.VIEWER);
      UUID invitation = staff.compute(desk -> desk.invitations.withCode(code).orElseThrow().id());

      String hidden = "problem.not-found.detail";
      refused(hidden, () -> invite(staff, foreign, Level.ISSUER, staff.issuer, Role.VIEWER));
      refused(hidden, () -> change(staff, viewer, Level.ISSUER, Permission.all(), foreign));
      refused(hidden, () -> remove(staff, viewer, Level.ISSUER, foreign));
      refused(hidden, () -> staff.transaction(d -> d.revoke.revoke(invitation, foreign)));
      refused(
          hidden, () -> staff.transaction(d -> d.boards.of(Level.ISSUER, staff.issuer, foreign)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyRaisesThemselves(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor head = staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
      staff.grant(head, Role.VIEWER.permissions(), Level.ISSUER, staff.issuer);
      String code = invite(staff, head, Level.ISSUER, staff.otherIssuer, Role.EDITOR);

      refused("staff.not-oneself", () -> accept(staff, code, head));
      refused(
          "staff.not-oneself",
          () -> change(staff, head, Level.ISSUER, Role.EDITOR.permissions(), head));
      refused(
          "staff.email.own",
          () ->
              staff.transaction(
                  desk ->
                      desk.invite.invite(
                          desk.places.issuer(staff.issuer),
                          staff.email(head),
                          Role.EDITOR.permissions(),
                          head)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMembershipInABranchMustAddSomething(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor editor = staff.with(Role.EDITOR, Level.ISSUER_GROUP, staff.group);
      Place issuer = staff.place(Level.ISSUER, staff.issuer);

      refused(
          "staff.adds-nothing", () -> inviteTo(staff, issuer, staff.email(editor), Role.AWARDER));
      String code = invite(staff, staff.operator, Level.ISSUER, staff.issuer, Role.AWARDER);
      refused("staff.adds-nothing", () -> accept(staff, code, editor));

      String more = inviteTo(staff, issuer, staff.email(editor), Role.ISSUER_ADMINISTRATOR);
      accept(staff, more, editor);
      refused(
          "staff.held-from-above",
          () -> change(staff, editor, Level.ISSUER, Role.AWARDER.permissions(), staff.operator));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anInvitationIsWorthNoMoreThanItsInviter(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor head = staff.with(Role.ISSUER_ADMINISTRATOR, Level.ISSUER, staff.issuer);
      String code = invite(staff, head, Level.ISSUER, staff.issuer, Role.EDITOR);
      remove(staff, head, Level.ISSUER, staff.operator);

      refused("staff.inviter-lost-it", () -> accept(staff, code, staff.stranger()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLastAdministratorStays(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor head = staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
      staff.with(Role.ISSUER_ADMINISTRATOR, Level.ISSUER, staff.issuer);

      for (Actor actor : List.of(head, staff.operator)) {
        refused("staff.last-administrator", () -> remove(staff, head, Level.INSTITUTION, actor));
        refused(
            "staff.last-administrator",
            () -> change(staff, head, Level.INSTITUTION, Role.EDITOR.permissions(), actor));
      }
      Actor second =
          staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
      remove(staff, head, Level.INSTITUTION, second);
      refused("staff.last-administrator", () -> remove(staff, second, Level.INSTITUTION, second));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoAdministratorsWhoRemoveEachOtherAtOnceLeaveOne(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      for (int round = 0; round < 5; round++) {
        SampleStaff staff = new SampleStaff(database);
        Actor one =
            staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
        Actor two =
            staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
        UUID ones = staff.membership(one, Level.INSTITUTION);
        UUID twos = staff.membership(two, Level.INSTITUTION);

        assertThat(
                won(
                    () -> staff.transaction(desk -> desk.remove.remove(twos, one)),
                    () -> staff.transaction(desk -> desk.remove.remove(ones, two))))
            .isEqualTo(1);
        assertThat(
                database.count(
                    "select count(*) from staff_membership where institution_id = ?",
                    staff.institution))
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theBoardTellsWhoHasRightsHereAboveAndBelow(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleStaff staff = new SampleStaff(database);
      Actor head = staff.with(Role.INSTITUTION_ADMINISTRATOR, Level.INSTITUTION, staff.institution);
      Actor editor = staff.with(Role.EDITOR, Level.ISSUER, staff.issuer);
      staff.with(Role.VIEWER, Level.ISSUER, staff.otherIssuer);
      Actor owner = staff.with(Role.BADGE_CLASS_OWNER, Level.BADGE_CLASS, staff.badgeClass);

      StaffBoard board = staff.compute(desk -> desk.boards.of(Level.ISSUER, staff.issuer, editor));

      assertThat(board.here())
          .extracting(each -> each.membership().accountId())
          .containsExactly(SampleStaff.id(editor));
      assertThat(board.above())
          .extracting(each -> each.membership().accountId())
          .containsExactly(SampleStaff.id(head));
      assertThat(board.below())
          .extracting(each -> each.membership().accountId())
          .containsExactly(SampleStaff.id(owner));
      assertThat(board.administrates()).isFalse();
      assertThat(board.here().get(0).own()).isTrue();
    }
  }

  private static long won(Runnable... deeds) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(deeds.length);
    List<Callable<Boolean>> tries =
        List.of(deeds).stream()
            .map(
                each ->
                    (Callable<Boolean>)
                        () -> {
                          each.run();
                          return true;
                        })
            .toList();
    try {
      return threads.invokeAll(tries).stream().filter(StaffDatabaseTest::succeeded).count();
    } finally {
      threads.shutdown();
    }
  }

  private static boolean succeeded(Future<Boolean> deed) {
    try {
      return deed.get();
    } catch (Exception e) {
      assertThat(e).hasCauseInstanceOf(ProblemException.class);
      return false;
    }
  }

  private static String invite(SampleStaff staff, Actor actor, Level level, UUID place, Role role) {
    return code(
        staff.compute(
            desk ->
                desk.invite.invite(
                    desk.places.at(level, place),
                    UUID.randomUUID() + "@example.org",
                    role.permissions(),
                    actor)));
  }

  private static String inviteTo(SampleStaff staff, Place place, String email, Role role) {
    return code(
        staff.compute(
            desk -> desk.invite.invite(place, email, role.permissions(), staff.operator)));
  }

  private static String code(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  private static void accept(SampleStaff staff, String code, Actor account) {
    staff.transaction(desk -> desk.accept.accept(code, SampleStaff.id(account)));
  }

  private static void change(
      SampleStaff staff, Actor whose, Level level, Set<Permission> wanted, Actor actor) {
    UUID membership = staff.membership(whose, level);
    staff.transaction(desk -> desk.change.change(membership, wanted, actor));
  }

  private static void remove(SampleStaff staff, Actor whose, Level level, Actor actor) {
    UUID membership = staff.membership(whose, level);
    staff.transaction(desk -> desk.remove.remove(membership, actor));
  }

  private static void refused(String key, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.detailKey()).isEqualTo(key));
  }

  private static long audited(OpenDatabase database, String action) {
    return database.count("select count(*) from audit_entry where action = ?", action);
  }
}
