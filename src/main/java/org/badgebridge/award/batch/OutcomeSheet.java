package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.Addressees.KnownBy;
import org.badgebridge.web.CsvSheet;
import org.badgebridge.web.Words;

/** What became of each row of a table, as a table: UTF-8, in the order of the upload. */
@ApplicationScoped
public class OutcomeSheet {

  private static final int PART = 1000;

  private final Batches batches;
  private final Words words;

  @Inject
  public OutcomeSheet(Batches batches, Words words) {
    this.batches = batches;
    this.words = words;
  }

  /** Writes the table, and closes the stream. */
  public void write(UUID id, Locale reader, OutputStream out) throws IOException {
    try (CsvSheet sheet =
        new CsvSheet(
            new OutputStreamWriter(out, StandardCharsets.UTF_8),
            "row",
            "eppn",
            "email",
            "name",
            "verdict",
            "fault",
            "outcome",
            "award")) {
      int after = 0;
      List<BatchRow> part = batches.rows(id, after, PART);
      while (!part.isEmpty()) {
        for (BatchRow each : part) {
          write(sheet, each, reader);
          after = each.place();
        }
        part = batches.rows(id, after, PART);
      }
    }
  }

  private void write(CsvSheet sheet, BatchRow row, Locale reader) throws IOException {
    boolean byEppn = row.by() == KnownBy.EPPN;
    sheet.row(
        row.number(),
        byEppn ? row.as() : "",
        row.email(),
        row.name(),
        words.text(reader, row.verdict().key()),
        row.fault(),
        row.outcome() == null
            ? ""
            : words.text(reader, "award.batch.outcome." + row.outcome().toLowerCase(Locale.ROOT)),
        row.awardId());
  }
}
