package org.badgebridge.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.award.Offer;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.jspecify.annotations.Nullable;

/** Mail as on the server: each step in a transaction of its own, time and jobs by hand. */
@SuppressWarnings("NullAway") // of what a step overrides, nothing else is used
final class MailRoom {

  final OpenDatabase database;
  final SampleCourse course;
  final MovableClock clock = new MovableClock();
  final PlannedJobs jobs = new PlannedJobs();
  final MailSettings settings;
  final Outbox outbox;
  final List<RuntimeException> failures = new ArrayList<>();

  /** With a mail server, or an outbox. */
  MailRoom(OpenDatabase database, @Nullable String smtp, Path outbox) {
    this(database, smtp, "imap://b:b@127.0.0.1:1", outbox);
  }

  /** With a mailbox to which mail comes back, too. */
  MailRoom(OpenDatabase database, @Nullable String smtp, String bounces, Path outbox) {
    this.database = database;
    this.course = new SampleCourse(database);
    this.settings =
        new MailSettings(
            DeliveryDesk.ORIGIN,
            Optional.ofNullable(smtp),
            Optional.of("Badges <badges@badges.example.org>"),
            Optional.of(bounces),
            outbox.toString());
    this.outbox = new Outbox(settings);
  }

  UUID learner(String name, @Nullable String email) {
    UUID id = course.learner(name);
    database.execute("update lms_user set email = ? where id = ?", email, id);
    return id;
  }

  void desk(Consumer<DeliveryDesk> work) {
    compute(
        desk -> {
          work.accept(desk);
          return "";
        });
  }

  <T> T compute(Function<DeliveryDesk, T> work) {
    return database.compute(
        em -> {
          DeliveryDesk desk = new DeliveryDesk(em, clock, jobs, settings);
          T result = work.apply(desk);
          desk.offered.events.forEach(
              (AwardsOffered event) -> {
                em.flush();
                desk.noteOffers.on(event);
              });
          return result;
        });
  }

  /** An award by hand. */
  UUID offer(UUID learner) {
    return offer(course.badgeClass(), learner);
  }

  UUID offer(UUID badgeClass, UUID learner) {
    return compute(
        desk ->
            desk.award
                .offer
                .offer(
                    AwardDesk.byHand(
                        course, badgeClass, learner, AwardDetails.NONE, Offer.Moment.NOW))
                .award());
  }

  UUID offerByRule(UUID learner) {
    UUID badge = course.badgeClass();
    return compute(
        desk -> desk.award.offer.offer(AwardDesk.offer(course, badge, learner, false)).award());
  }

  /** Lets time pass, and then the work be done that comes again and again. */
  void after(Duration time) {
    clock.advance(time);
    new TellLearners(
            new Notices(new Sql(database.dataSource()), clock),
            new TellLearner(null, null, null, null, null, null, null, null, null, clock) {
              @Override
              public void tell(Notices.Notice notice) {
                desk(desk -> desk.tell.tell(notice));
              }
            })
        .run();
  }

  /** Lets a day pass with all its work. */
  void day() throws Exception {
    after(Duration.ofDays(1));
    RemindLearner each =
        new RemindLearner(null, null, null, null, null, null, null, null, null, null, clock) {
          @Override
          public void onPlannedDay(UUID learner, UUID institution) {
            desk(desk -> desk.remind.onPlannedDay(learner, institution));
          }
        };
    Reminders reminders = new Reminders(new Sql(database.dataSource()), clock);
    database.transaction(
        em ->
            new SendReminders(
                    reminders, new DeliveryDesk(em, clock, jobs, settings).award.settings, each)
                .run());
    send();
  }

  /** Reads what came back. */
  void readBounces() throws Exception {
    new ReadBounces(
            settings,
            new TakeReport(null, null, null, null) {
              @Override
              public void take(DeliveryReport report) {
                desk(desk -> desk.takeReport.take(report));
              }
            })
        .run();
  }

  /** Does what is owed; what fails stays owed. */
  void send() throws Exception {
    List<String> owed = List.copyOf(jobs.owed);
    jobs.owed.clear();
    for (String job : owed) {
      try {
        sendMail().run(job.substring(job.indexOf(' ') + 1));
      } catch (RuntimeException e) {
        failures.add(e);
        jobs.owed.add(job);
      }
    }
  }

  SendMail sendMail() {
    return new SendMail(
        new InTransactions(this), new PostMail(settings, new Envelope(settings, clock), outbox));
  }

  long mails(String state) {
    return database.count("select count(*) from mail where state = ?", state);
  }

  long told(UUID award) {
    return database.count(
        "select count(*) from direct_award where id = ? and notified_at is not null", award);
  }

  private static final class InTransactions extends Sending {

    private final MailRoom room;

    InTransactions(MailRoom room) {
      super(null, null, null, null, null, null, null, null, null, null, room.clock);
      this.room = room;
    }

    @Override
    public Optional<Parcel> prepare(UUID mailId) {
      return room.compute(desk -> desk.sending.prepare(mailId));
    }

    @Override
    public void sent(UUID mailId, List<UUID> awardIds) {
      room.desk(desk -> desk.sending.sent(mailId, awardIds));
    }

    @Override
    public void failed(UUID mailId, Trouble why) {
      room.desk(desk -> desk.sending.failed(mailId, why));
    }

    @Override
    public boolean refusedForNow(UUID mailId, int most) {
      return room.compute(desk -> desk.sending.refusedForNow(mailId, most));
    }
  }
}
