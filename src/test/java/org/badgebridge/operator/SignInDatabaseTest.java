package org.badgebridge.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ADA = "ada@example.org";
  private static final String RIGHT = "kettle orbit walnut";

  private final Passwords passwords = new Passwords(new CheapHash());

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsTheFirstAdministratorInOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      String code = issue(database, Purpose.SETUP);
      String other = issue(database, Purpose.SETUP);

      assertThat(join(database, code, ADA).token()).isNotEmpty();
      assertThat(join(database, code, "bob@example.org").faults()).containsKey("code");
      assertThat(join(database, other, "bob@example.org").faults()).containsKey("code");
      assertThat(database.count("select count(*) from staff_account where operator")).isEqualTo(1);
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'administrator.joined'"))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsAnInvitedAdministratorInButNobodyTwiceUnderOneAddress(TestDatabase kind) {
    try (var database = kind.open()) {
      join(database, issue(database, Purpose.SETUP), ADA);
      String invitation = issue(database, Purpose.INVITATION);

      assertThat(join(database, invitation, " ADA@example.org ").faults()).containsKey("email");
      assertThat(join(database, invitation, "bob@example.org").token()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void locksAnAddressAfterFiveWrongPasswords(TestDatabase kind) {
    try (var database = kind.open()) {
      join(database, issue(database, Purpose.SETUP), ADA);
      for (int i = 0; i < SignInLedger.TRIES; i++) {
        assertThat(signIn(database, ADA, "wrong", NOW)).isEmpty();
      }

      assertThatThrownBy(() -> signIn(database, ADA, RIGHT, NOW))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("too-many");
      assertThat(signIn(database, ADA, RIGHT, NOW.plus(Duration.ofSeconds(30)))).isPresent();
      assertThat(signIn(database, ADA, "wrong", NOW.plus(Duration.ofSeconds(31)))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void answersTheSameForAnAddressNobodyHas(TestDatabase kind) {
    try (var database = kind.open()) {
      for (int i = 0; i < SignInLedger.TRIES; i++) {
        assertThat(signIn(database, "nobody@example.org", "wrong", NOW)).isEmpty();
      }

      assertThatThrownBy(() -> signIn(database, "Nobody@example.org", "wrong", NOW))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("too-many");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoOperatorsWhoRemoveEachOtherAtOnceLeaveOne(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      join(database, issue(database, Purpose.SETUP), ADA);
      join(database, issue(database, Purpose.INVITATION), "bob@example.org");
      StaffAccount ada = account(database, ADA);
      StaffAccount bob = account(database, "bob@example.org");
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Callable<Boolean>> both =
          List.of(() -> removes(database, ada, bob), () -> removes(database, bob, ada));

      int removed = 0;
      for (Future<Boolean> each : threads.invokeAll(both)) {
        removed += each.get() ? 1 : 0;
      }
      threads.shutdown();

      assertThat(removed).isEqualTo(1);
      assertThat(database.count("select count(*) from staff_account where operator")).isEqualTo(1);
      assertThat(database.count("select count(*) from staff_account")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLastOperatorStays(TestDatabase kind) {
    try (var database = kind.open()) {
      join(database, issue(database, Purpose.SETUP), ADA);
      StaffAccount ada = account(database, ADA);

      assertThat(removes(database, ada, ada)).isFalse();
    }
  }

  private static StaffAccount account(OpenDatabase database, String email) {
    return database.compute(em -> new StaffAccounts(em).withEmail(email).orElseThrow());
  }

  private static boolean removes(OpenDatabase database, StaffAccount actor, StaffAccount whom) {
    try {
      database.transaction(
          em ->
              new RemoveOperator(new StaffAccounts(em), new AuditTrail(em, at(NOW)))
                  .remove(whom.id(), actor.actor()));
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private static String issue(OpenDatabase database, Purpose purpose) {
    return database.compute(
        em -> new OneTimeCodes(em, at(NOW)).issue(purpose, null, Duration.ofHours(1)));
  }

  private static Joined join(OpenDatabase database, String code, String email) {
    JoinForm form = JoinForm.of(code, "Somebody", email, RIGHT, RIGHT);
    return database.compute(
        em ->
            new JoinAdministrators(
                    new OneTimeCodes(em, at(NOW)),
                    new StaffAccounts(em),
                    new BrowserSessions(em, at(NOW)),
                    new AuditTrail(em, at(NOW)),
                    at(NOW))
                .join(form, "hashed:" + RIGHT, Locale.ENGLISH));
  }

  private Optional<String> signIn(
      OpenDatabase database, String email, String password, Instant now) {
    return database.compute(
        em ->
            new SignIn(ledger(database, em, now), new StaffAccounts(em), passwords)
                .signIn(email, password));
  }

  private static SignInLedger ledger(OpenDatabase database, EntityManager em, Instant now) {
    return new SignInLedger(
        new Sql(database.dataSource()),
        new BrowserSessions(em, at(now)),
        new AuditTrail(em, at(now)),
        new RefusalTrail(new AuditTrail(em, at(now)), at(now)),
        at(now));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
