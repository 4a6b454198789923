package org.badgebridge.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.badgebridge.database.Sql;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeHandlersDatabaseTest {

  private static final String DONE =
      "select count(*) from notice_handler where registered_at is not null";

  /** A deployment that offers to tell of copied courses, and its platform's service. */
  private static final class Desk implements AutoCloseable {

    final OpenDatabase database;
    final SampleCourse course;
    final PlannedJobs jobs = new PlannedJobs();
    final FakeServices services;
    FakeServices.Reply reply = FakeServices.Reply.ok("{}");

    Desk(TestDatabase kind) {
      database = kind.open();
      course = new SampleCourse(database);
      services = new FakeServices(asked -> reply);
    }

    void offered(String path) {
      database.transaction(
          em ->
              handlers(new Sql(JoinedDataSource.of(em)), "https://badges.example.org")
                  .offered(course.deployment, services.at(path)));
    }

    NoticeHandlers handlers(Sql sql, String origin) {
      return new NoticeHandlers(sql, new PublicOrigin(origin), jobs, new MovableClock());
    }

    void run() {
      NoticeHandlers handlers =
          handlers(new Sql(database.dataSource()), "https://badges.example.org");
      new RegisterNoticeHandler(handlers, services::call).run(course.deployment.toString());
    }

    String owed() {
      return "register-notice-handler " + course.deployment;
    }

    @Override
    public void close() {
      services.close();
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPlatformIsAskedOnceHoweverManyLaunchesOffer(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      desk.offered("/pns");
      desk.offered("/pns");
      assertThat(desk.jobs.owed).containsExactly(desk.owed());

      desk.run();
      desk.run();
      assertThat(desk.services.asked)
          .singleElement()
          .satisfies(
              asked -> {
                assertThat(asked.method()).isEqualTo("PUT");
                assertThat(asked.target()).isEqualTo("/pns");
                assertThat(asked.contentType()).isEqualTo("application/json");
                assertThat(asked.body())
                    .isEqualTo(
                        "{\"notice_type\":\"LtiContextCopyNotice\","
                            + "\"handler\":\"https://badges.example.org/lti/notices\"}");
              });
      assertThat(desk.database.count(DONE)).isOne();
      desk.offered("/pns");
      assertThat(desk.jobs.owed).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aServiceThatMovedIsAskedAgain(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      desk.offered("/pns");
      desk.run();
      desk.offered("/pns/2");
      assertThat(desk.jobs.owed).containsExactly(desk.owed(), desk.owed());
      assertThat(desk.database.count(DONE)).isZero();

      desk.run();
      assertThat(desk.services.asked).extracting(FakeServices.Asked::target).contains("/pns/2");
      desk.database.transaction(
          em ->
              desk.handlers(new Sql(JoinedDataSource.of(em)), "https://new.example.org")
                  .offered(desk.course.deployment, desk.services.at("/pns/2")));
      assertThat(desk.jobs.owed).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRefusalIsNoEnd(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      desk.offered("/pns");
      desk.reply = FakeServices.Reply.status(403);
      assertThatThrownBy(desk::run).isInstanceOf(ExternalRefusal.class);
      desk.reply = new FakeServices.Reply(503, Map.of("Retry-After", "600"), "{}");
      assertThatThrownBy(desk::run)
          .isInstanceOfSatisfying(
              RetryLater.class,
              later -> assertThat(later.duration()).isEqualTo(Duration.ofMinutes(10)));
      assertThat(desk.database.count(DONE)).isZero();

      desk.reply = FakeServices.Reply.ok("{}");
      desk.run();
      assertThat(desk.database.count(DONE)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOfferThatIsRolledBackWasNone(TestDatabase kind) {
    try (var desk = new Desk(kind)) {
      assertThatThrownBy(
              () ->
                  desk.database.transaction(
                      em -> {
                        desk.handlers(new Sql(JoinedDataSource.of(em)), "https://x.example")
                            .offered(desk.course.deployment, "https://lms.example/pns");
                        throw new IllegalStateException("as ordered");
                      }))
          .hasMessage("as ordered");
      assertThat(desk.database.count("select count(*) from notice_handler")).isZero();
    }
  }
}
