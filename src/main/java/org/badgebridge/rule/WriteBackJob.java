package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.passback.gradebook.Publication;
import org.badgebridge.passback.gradebook.PublishScore;
import org.badgebridge.rule.GradebookScores.State;

/**
 * Writes 1 of 1 into the columns coupled to the placements of an award's badge, once, and takes it
 * out again when staff took the award back. What the platform refuses for good is noted and not
 * tried again; a platform that is down is asked later.
 */
@ApplicationScoped
class WriteBackJob implements Job {

  static final String NAME = "write-back-score";

  /** What became of a call, and as the platform said it. */
  private record Answer(State state, String reason) {}

  private final WriteBackLedger ledger;
  private final PublishScore publishScore;

  @Inject
  WriteBackJob(WriteBackLedger ledger, PublishScore publishScore) {
    this.ledger = ledger;
    this.publishScore = publishScore;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID award = UUID.fromString(data);
    List<OwedScore> due = ledger.find(award).stream().filter(OwedScore::due).toList();
    due.forEach(owed -> ledger.columns(owed).forEach(column -> write(owed, column)));
    // read again: it may have been taken back while it was being written
    ledger.find(award).stream().filter(OwedScore::undone).forEach(this::takeOut);
  }

  private void write(OwedScore owed, String column) {
    try {
      Answer answer =
          answer(() -> publishScore.publish(owed.platformId(), column, owed.sub(), 1, 1, null));
      ledger.written(owed, column, answer.state(), answer.reason());
    } catch (RetryLater e) {
      ledger.waiting(owed, column);
      throw e;
    }
  }

  private void takeOut(OwedScore owed) {
    for (String column : ledger.columnsOf(owed)) {
      if (ledger.releases(owed, column)) {
        Answer answer = answer(() -> publishScore.clear(owed.platformId(), column, owed.sub()));
        ledger.takenOut(owed, column, answer.state() == State.TAKEN, answer.reason());
      }
    }
  }

  private static Answer answer(Supplier<Publication> call) {
    try {
      Publication outcome = call.get();
      return new Answer(State.valueOf(outcome.name()), outcome.name());
    } catch (ExternalRefusal e) {
      return new Answer(State.REFUSED, "refused with status " + e.status());
    } catch (ExternalUnavailable e) {
      Duration wait = e.retryAfter();
      throw new RetryLater(String.valueOf(e.getMessage()), wait == null ? Duration.ZERO : wait);
    }
  }
}
