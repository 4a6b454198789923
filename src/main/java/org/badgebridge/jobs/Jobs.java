package org.badgebridge.jobs;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Schedules work durably. {@link #schedule} writes a row in the caller's transaction: what is
 * rolled back is never done, what is committed is done even if the process dies now.
 */
@ApplicationScoped
public class Jobs {

  private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
  private static final int THREADS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofHours(12);

  /** A run that is silent for six beats died with its process, and is started again. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final DataSource dataSource;
  private final Clock clock;
  private final Instance<Job> jobs;
  private final Instance<RecurringJob> recurring;
  private final GivenUpJobs givenUp;

  @Resource private ManagedThreadFactory threads;

  private @Nullable Scheduler scheduler;

  @Inject
  public Jobs(
      DataSource dataSource,
      Clock clock,
      Instance<Job> jobs,
      Instance<RecurringJob> recurring,
      GivenUpJobs givenUp) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.jobs = jobs;
    this.recurring = recurring;
    this.givenUp = givenUp;
  }

  void start(@Observes @Priority(100) Startup startup) throws SQLException {
    List<Task<?>> tasks = new ArrayList<>();
    jobs.forEach(job -> tasks.add(task(job)));
    List<RecurringTask<?>> repeated = new ArrayList<>();
    recurring.forEach(job -> repeated.add(repeat(job)));
    var builder =
        Scheduler.create(dataSource, tasks)
            .startTasks(repeated)
            .executorService(Executors.newFixedThreadPool(THREADS, threads))
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(6)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .alwaysPersistTimestampInUTC()
            .shutdownMaxWait(Duration.ofSeconds(5));
    try (Connection connection = dataSource.getConnection()) {
      if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
        builder.pollUsingLockAndFetch(0.5, 1.0);
      }
    }
    scheduler = builder.build();
    scheduler.start();
  }

  void stop(@Observes @Priority(1) Shutdown shutdown) {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  /**
   * Owes work. Joins the caller's transaction.
   *
   * @param job the {@link Job#name()}
   * @param instance names this piece of work; scheduling the same name twice while the first is
   *     waiting changes nothing, so use what makes the work unique
   * @param data what the job is given, at most 4,000 characters, no secrets
   * @param at not before this moment
   */
  public void schedule(String job, String instance, String data, Instant at) {
    if (scheduler == null) {
      throw new IllegalStateException("jobs are scheduled only after start");
    }
    scheduler.scheduleIfNotExists(
        TaskDescriptor.of(job, String.class).instance(instance).data(data).scheduledTo(at));
  }

  private Task<String> task(Job job) {
    return Tasks.custom(TaskDescriptor.of(job.name(), String.class))
        .onFailure(new Patience(job))
        .execute(
            (instance, context) -> {
              try {
                job.run(instance.getData());
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new JobFailed(job.name(), e);
              }
              return new CompletionHandler.OnCompleteRemove<>();
            });
  }

  private static RecurringTask<Void> repeat(RecurringJob job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .execute(
            (instance, context) -> {
              try {
                job.run();
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new JobFailed(job.name(), e);
              }
            });
  }

  /** Doubling waits, then handing over to a person; never dropping. */
  private final class Patience implements FailureHandler<String> {

    private final Job job;

    Patience(Job job) {
      this.job = job;
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<String> operations) {
      int failures = complete.getExecution().consecutiveFailures + 1;
      Throwable cause = complete.getCause().orElse(null);
      if (failures >= job.attempts()) {
        LOG.log(ERROR, "job given up, an operator must look: " + job.name(), cause);
        var instance = complete.getExecution().taskInstance;
        givenUp.keep(
            job.name(), instance.getId(), String.valueOf(instance.getData()), failures, cause);
        operations.remove();
        return;
      }
      Duration wait = job.firstWait().multipliedBy(1L << Math.min(failures - 1, 20));
      if (wait.compareTo(LONGEST_WAIT) > 0) {
        wait = LONGEST_WAIT;
      }
      if (cause instanceof RetryLater asked && asked.duration().compareTo(wait) > 0) {
        wait = asked.duration();
      }
      LOG.log(WARNING, "job " + job.name() + " failed, tried again in " + wait + ": " + cause);
      operations.reschedule(complete, clock.instant().plus(wait));
    }
  }

  private static final class JobFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFailed(String name, Exception cause) {
      super("job " + name + " failed", cause);
    }
  }
}
