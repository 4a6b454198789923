package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.database.Sql;

/** Takes back the awards of a table that was undone, some at a time. */
@ApplicationScoped
public class UndoRows {

  private static final int BATCH = 100;
  private static final String WHY = "The table with which it was awarded was undone.";

  private final Batches batches;
  private final WithdrawAward withdraw;
  private final Sql sql;

  @Inject
  public UndoRows(Batches batches, WithdrawAward withdraw, Sql sql) {
    this.batches = batches;
    this.withdraw = withdraw;
    this.sql = sql;
  }

  /**
   * Takes some back, as whoever uploaded the table.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean next(UUID id) {
    Batch batch = batches.lock(id);
    if (batch.undoneAt() == null) {
      return false;
    }
    List<UUID> open =
        sql.list(
            "select id from direct_award where batch_id = ? and state in ('OFFERED', 'PROPOSED',"
                + " 'SCHEDULED') order by id fetch first "
                + BATCH
                + " rows only",
            row -> row.uuid("id"),
            id);
    open.forEach(each -> withdraw.withdraw(each, WHY, Reach.STAFF, batch.uploader()));
    return open.size() == BATCH;
  }
}
