package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL while learners complete, launch and claim, and while a look at the LMS is under way, on
 * the default database and on PostgreSQL: what was answered stays, what was begun is done, nothing
 * happens twice.
 */
class KilledProcessIT {

  /** When the process is killed; the waits after it are random and short. */
  private enum Moment {
    /** A claim was answered just now: it must be on disk. */
    CLAIM_ANSWERED,
    /** A look has got the LMS's answer: passbacks and awards are being written. */
    LOOK_ANSWERED,
    /** A learner has launched: evidence, award and claim follow. */
    LAUNCH_SENT,
    /** Any other. */
    ANY
  }

  private static final Pattern NAME = Pattern.compile(">\\s*(\\w+) Learner\\b");
  private static final Pattern AFTER = Pattern.compile("after=([0-9a-f-]{36})");
  private static final int KILLS = Moment.values().length;
  private static final int WAVE = 8;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final Queue<String> changed = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final AtomicInteger starts = new AtomicInteger();
  private final Semaphore answers = new Semaphore(0);
  private final Semaphore launches = new Semaphore(0);

  @Test
  void losesAndDoublesNothing(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    losesAndDoublesNothing(new ServerProcess(folder, ServerProcess.freePort(), null));
  }

  @Test
  void losesAndDoublesNothingOnPostgres(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    try (var postgres =
        EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).start()) {
      losesAndDoublesNothing(
          new ServerProcess(
              folder, ServerProcess.freePort(), postgres.getJdbcUrl("postgres", "postgres")));
    }
  }

  private void losesAndDoublesNothing(ServerProcess server) throws Exception {
    ExecutorService people = Executors.newCachedThreadPool();
    try (Campus campus = Campus.start(0, Personality.MOODLE, server.address());
        server) {
      server.register(campus, "Demo University");
      server.start();
      var course = BadgeCourse.make(campus, "KILL");
      List<Person> quiet = new ArrayList<>();
      quiet.add(course.learnerWhoIsDone("Quiet"));
      quiet.add(course.learnerWhoIsDone("Silent"));
      Frame lecturer = lookingWhenKilled(course);

      List<Person> active = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        quiet.add(course.learnerWhoIsDone("Quiet" + kill));
        active.addAll(wave(course, people, kill));
        killSoon(server, Moment.values()[kill], course, lecturer);
        campus.failures().repairAll();
        server.start();
        starts.incrementAndGet();
      }
      active.addAll(wave(course, people, KILLS));
      Waiting.until("all badges are claimed", () -> answered.size() == active.size());
      Waiting.until(
          "the interrupted look is done",
          () -> lecturer.get("/course/attachment").body().contains("/course/attachment/look"));
      Waiting.until(
          "the quiet ones have their offer",
          () -> holders(lecturer).containsAll(quiet.stream().map(Person::given).toList()));
      people.shutdown(); // each looks once more whether their badge is the same
      assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
      server.close();
      verify(server, active, quiet);
    } finally {
      people.shutdownNow();
    }
  }

  /** The first names of all who have the badge, as the lecturer's pages list them. */
  private static List<String> holders(Frame lecturer) {
    List<String> holders = new ArrayList<>();
    String page = lecturer.get("/course/attachment/people?group=HAS").body();
    while (true) {
      NAME.matcher(page).results().forEach(found -> holders.add(found.group(1)));
      Matcher more = AFTER.matcher(page);
      if (!more.find()) {
        return holders;
      }
      page = lecturer.get("/course/attachment/people?group=HAS&after=" + more.group(1)).body();
    }
  }

  /** Switches awarding on, with a look that is still waiting for the LMS when the kill comes. */
  private static Frame lookingWhenKilled(BadgeCourse course) throws Exception {
    int before = course.campus.failures().asked(Part.MEMBERS);
    course.campus.failures().delay(Duration.ofSeconds(9));
    course.campus.failures().set(Part.MEMBERS, Mode.SLOW);
    Frame lecturer = course.switchOn();
    Waiting.until(
        "the look has begun", () -> course.campus.failures().asked(Part.MEMBERS) > before);
    return lecturer;
  }

  private List<Person> wave(BadgeCourse course, ExecutorService people, int number) {
    List<Person> wave = new ArrayList<>();
    for (int i = 0; i < WAVE; i++) {
      wave.add(course.learner("W" + number + "L" + i));
    }
    for (Person learner : wave) {
      people.execute(() -> study(course, learner));
    }
    return wave;
  }

  /** Completes, launches and claims, as often as it takes; then looks whether it is still so. */
  private void study(BadgeCourse course, Person learner) {
    while (!Thread.currentThread().isInterrupted()) {
      int epoch = starts.get();
      try {
        course.complete(learner);
        launches.release();
        String credential = course.claim(learner);
        String before = answered.putIfAbsent(learner.id(), credential);
        if (before == null) {
          answers.release();
        } else if (!before.equals(credential)) {
          changed.add(learner.given() + ": " + before + " became " + credential);
        } else if (epoch == KILLS) {
          return;
        }
        pause();
      } catch (UncheckedIOException e) {
        pause(); // killed, or not up again yet
      } catch (IllegalStateException e) {
        if (epoch == KILLS && refused.size() < WAVE) {
          refused.add(learner.given() + ": " + e.getMessage());
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void killSoon(ServerProcess server, Moment moment, BadgeCourse course, Frame lecturer)
      throws Exception {
    answers.drainPermits();
    launches.drainPermits();
    switch (moment) {
      case CLAIM_ANSWERED -> {
        await(answers, "claims were answered");
        TimeUnit.MILLISECONDS.sleep(random.nextInt(3));
      }
      case LAUNCH_SENT -> {
        await(launches, "learners launched");
        TimeUnit.MILLISECONDS.sleep(random.nextInt(80));
      }
      case LOOK_ANSWERED -> {
        int before = course.campus.failures().asked(Part.MEMBERS);
        Waiting.until(
            "a look has begun",
            () -> {
              lecturer.post("/course/attachment/look", Map.of());
              return course.campus.failures().asked(Part.MEMBERS) > before;
            });
        TimeUnit.MILLISECONDS.sleep(random.nextInt(80));
      }
      case ANY -> TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
    }
    server.kill();
  }

  private void await(Semaphore happened, String what) throws InterruptedException {
    assertThat(happened.tryAcquire(1 + random.nextInt(WAVE - 2), 60, TimeUnit.SECONDS))
        .as(what + " before the kill, seed " + seed)
        .isTrue();
  }

  private void verify(ServerProcess server, Collection<Person> active, Collection<Person> quiet)
      throws SQLException {
    String run = "seed " + seed;
    assertThat(changed).as(run).isEmpty();
    assertThat(refused).as(run).isEmpty();
    try (Ledger ledger = Ledger.of(server)) {
      List<String> claimed = new ArrayList<>();
      active.forEach(person -> claimed.add(person.id() + " " + answered.get(person.id())));
      assertThat(
              ledger.rows(
                  "select u.sub, c.id from direct_award a join lms_user u on u.id = a.lms_user_id"
                      + " join credential c on c.award_id = a.id where a.state = 'CLAIMED'"))
          .as(run)
          .containsExactlyInAnyOrderElementsOf(claimed);
      assertThat(
              ledger.rows(
                  "select u.sub from direct_award a join lms_user u on u.id = a.lms_user_id"
                      + " where a.state = 'OFFERED'"))
          .as(run)
          .containsExactlyInAnyOrderElementsOf(quiet.stream().map(Person::id).toList());
      int everybody = active.size() + quiet.size();
      assertThat(ledger.count("select count(*) from direct_award")).as(run).isEqualTo(everybody);
      assertThat(ledger.count("select count(*) from credential")).as(run).isEqualTo(active.size());
      once(ledger, run, everybody);
      assertThat(ledger.count("select count(*) from given_up_job")).as(run).isZero();
    }
  }

  private static void once(Ledger ledger, String run, int everybody) throws SQLException {
    assertThat(ledger.count("select count(*) from evidence")).as(run).isEqualTo(everybody);
    assertThat(
            ledger.rows(
                "select source, lms_user_id, count(*) from passback group by source, lms_user_id"
                    + " having count(*) > 1"))
        .as(run)
        .isEmpty();
    assertThat(
            ledger.rows(
                "select a.id, a.state from direct_award a where 1 <> (select count(*) from"
                    + " audit_entry e where e.subject_id = cast(a.id as varchar)"
                    + " and e.action = 'award.offered') or (select count(*) from audit_entry e"
                    + " where e.subject_id = cast(a.id as varchar) and e.action = 'award.claimed')"
                    + " <> case when a.state = 'CLAIMED' then 1 else 0 end"))
        .as(run)
        .isEmpty();
    assertThat(
            ledger.count(
                "select count(*) from audit_entry where action in ('award.offered',"
                    + " 'award.claimed') and subject_id not in"
                    + " (select cast(id as varchar) from direct_award)"))
        .as(run)
        .isZero();
  }
}
