package org.badgebridge.passback.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.web.ClientAddress;
import org.badgebridge.web.Guesses;
import org.jspecify.annotations.Nullable;

/** A connector that receives, in a course of a sample platform where Ada is user 7. */
public final class SenderDesk {

  public final ConnectorDesk desk;
  public final Senders senders;
  public final ConnectorFaults faults;
  public final UUID ada;
  public final ConnectorPlatforms platforms;

  private final OpenDatabase database;
  private final Sql sql;

  public SenderDesk(OpenDatabase database, String source, Map<String, String> settings) {
    this.database = database;
    sql = new Sql(database.dataSource());
    desk = new ConnectorDesk(database, source, settings, "s3cret");
    ada = desk.course.learner("Ada");
    database.execute("update lms_user set sub = '7' where id = ?", ada);
    faults = new ConnectorFaults(sql, desk.clock);
    platforms = new ConnectorPlatforms(sql);
    senders =
        new Senders(
            desk.connectors,
            faults,
            taking(),
            new Guesses(new ClientAddress(Optional.empty()), desk.clock));
  }

  /** Takes in a transaction, as on the server. */
  private TakeReports taking() {
    return new TakeReports(sql, desk.clock) {
      @Override
      public void take(Connector connector, List<Report> reports) {
        database.transaction(
            entityManager ->
                new TakeReports(new Sql(JoinedDataSource.of(entityManager)), desk.clock)
                    .take(connector, reports));
      }
    };
  }

  /** What is known of Ada about an activity, sorted out and by kind. */
  public List<String> evidence(String kind, String reference) {
    desk.sort();
    return sql
        .list(
            "select id from activity where course_id = ? and kind = ? and reference = ?",
            row -> row.uuid("id"),
            desk.course.course,
            kind,
            reference)
        .stream()
        .flatMap(id -> new Evidence(sql).of(ada, List.of(id)).stream())
        .map(SenderDesk::told)
        .sorted()
        .toList();
  }

  private static String told(EvidenceItem item) {
    @Nullable Double score = item.score();
    return item.kind()
        + (score == null ? "" : " " + score + "/" + item.maximum())
        + (item.undone() ? " undone" : "");
  }

  /** What an activity is called. */
  public String title(String reference) {
    return sql.first(
            "select title from activity where reference = ?", row -> row.text("title"), reference)
        .orElseThrow();
  }

  /** The codes of the faults, newest first. */
  public List<String> codes() {
    return faults.of(desk.connector.id()).stream().map(ConnectorFaults.Fault::code).toList();
  }

  public long reports() {
    return database.count("select count(*) from report");
  }

  /** The text of a file beside the test. */
  public static String file(Class<?> test, String name) {
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
