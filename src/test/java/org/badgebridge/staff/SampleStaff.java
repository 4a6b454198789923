package org.badgebridge.staff;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.jspecify.annotations.Nullable;

/** An institution with a group, two issuers and a badge class, and people of every kind. */
final class SampleStaff {

  final MovableClock clock = new MovableClock();
  final SampleCourse sample;
  final UUID institution;
  final UUID group = UUID.randomUUID();

  /** In the group. */
  final UUID issuer;

  /** Outside of it. */
  final UUID otherIssuer = UUID.randomUUID();

  final UUID badgeClass;
  final Actor operator;

  private final OpenDatabase database;
  private int number;

  SampleStaff(OpenDatabase database) {
    this.database = database;
    sample = new SampleCourse(database);
    institution = sample.institution;
    issuer = sample.issuer;
    badgeClass = sample.badgeClass();
    database.execute(
        "insert into issuer_group (id, institution_id, name, visibility, created_at, version)"
            + " values (?, ?, 'Faculties', 'PUBLIC', ?, 1)",
        group,
        institution,
        SampleCourse.THEN);
    database.execute("update issuer set issuer_group_id = ? where id = ?", group, issuer);
    database.execute(
        "insert into issuer (id, institution_id, name, created_at) values (?, ?, 'Library', ?)",
        otherIssuer,
        institution,
        SampleCourse.THEN);
    operator = account(true);
  }

  /** Somebody with an account and nothing else. */
  Actor stranger() {
    return account(false);
  }

  /** Somebody with a role at a place. */
  Actor with(Role role, Level level, UUID place) {
    return with(role.permissions(), level, place);
  }

  Actor with(Set<Permission> permissions, Level level, UUID place) {
    Actor actor = stranger();
    grant(actor, permissions, level, place);
    return actor;
  }

  void grant(Actor actor, Set<Permission> permissions, Level level, UUID place) {
    transaction(
        desk ->
            desk.memberships.add(
                new StaffMembership(
                    id(actor), desk.places.at(level, place), permissions, id(operator), now())));
  }

  /** The membership of an account at a level. */
  UUID membership(Actor actor, Level level) {
    return compute(
        desk ->
            desk.memberships.of(id(actor), institution).stream()
                .filter(each -> each.level() == level)
                .map(StaffMembership::id)
                .findFirst()
                .orElseThrow());
  }

  String email(Actor actor) {
    return database.compute(em -> em.find(StaffAccount.class, id(actor)).email());
  }

  Place place(Level level, UUID id) {
    return compute(desk -> desk.places.at(level, id));
  }

  void transaction(Consumer<StaffDesk> work) {
    database.transaction(em -> work.accept(new StaffDesk(em, clock)));
  }

  <T extends @Nullable Object> T compute(Function<StaffDesk, T> work) {
    return database.compute(em -> work.apply(new StaffDesk(em, clock)));
  }

  static UUID id(Actor actor) {
    UUID id = actor.id();
    if (id == null) {
      throw new IllegalStateException("nobody");
    }
    return id;
  }

  private Instant now() {
    return clock.instant();
  }

  private Actor account(boolean operator) {
    return database.compute(
        em -> {
          StaffAccount account =
              new StaffAccount(
                  "person" + ++number + "-" + institution + "@example.org",
                  "Person " + number,
                  "-",
                  Locale.ENGLISH,
                  now());
          if (operator) {
            account.becomesOperator();
          }
          em.persist(account);
          return account.actor();
        });
  }
}
