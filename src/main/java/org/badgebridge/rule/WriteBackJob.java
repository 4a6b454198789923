package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.passback.gradebook.Publication;
import org.badgebridge.passback.gradebook.PublishScore;

/**
 * Writes 1 of 1 into the column coupled to the placement of an award's attachment. What the
 * platform refuses for good is noted and not tried again; a platform that is down is asked later.
 */
@ApplicationScoped
class WriteBackJob implements Job {

  static final String NAME = "write-back-score";

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
    Optional<OwedScore> owed = ledger.find(UUID.fromString(data));
    if (owed.isEmpty() || !owed.get().due()) {
      return; // withdrawn, or the lecturer changed the choice meanwhile
    }
    List<ResourceLink> columns = ledger.columns(owed.get());
    if (columns.isEmpty()) {
      ledger.note(owed.get(), "score.not-written", "no column of its own");
    }
    columns.forEach(column -> write(owed.get(), column));
  }

  private void write(OwedScore owed, ResourceLink column) {
    try {
      Publication outcome =
          publishScore.publish(
              owed.platformId(),
              Objects.requireNonNull(column.lineitemUrl()),
              owed.sub(),
              1,
              1,
              null);
      boolean taken = outcome == Publication.TAKEN;
      ledger.note(owed, taken ? "score.written" : "score.not-written", outcome.name());
    } catch (ExternalRefusal e) {
      ledger.note(owed, "score.not-written", "refused with status " + e.status());
    } catch (ExternalUnavailable e) {
      Duration wait = e.retryAfter();
      throw new RetryLater(String.valueOf(e.getMessage()), wait == null ? Duration.ZERO : wait);
    }
  }
}
