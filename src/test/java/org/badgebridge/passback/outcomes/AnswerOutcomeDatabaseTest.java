package org.badgebridge.passback.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.oauth.OAuth;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorDesk;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.passback.connector.TakeReports;
import org.badgebridge.passback.connector.UsedOnce;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerOutcomeDatabaseTest {

  private static final String SECRET = "secret";

  private static final class Bench {

    final OpenDatabase database;
    final ConnectorDesk desk;
    final UUID ada;
    final String plain;
    final AnswerOutcome answers;
    final OAuthSigner signer;
    final ConnectorFaults faults;

    Bench(OpenDatabase database) {
      this.database = database;
      desk =
          new ConnectorDesk(
              database, "outcomes", Map.of("form", "{course}/{activity}/{user}"), SECRET);
      ada = desk.course.learner("Ada");
      plain = "101/week%2F1/" + desk.sub(ada);
      signer = new OAuthSigner(desk.connector.id().toString(), SECRET);
      Sql sql = new Sql(database.dataSource());
      faults = new ConnectorFaults(sql, desk.clock);
      answers =
          new AnswerOutcome(
              desk.connectors,
              new SourcedIds(ConnectorDesk.SEALER),
              inTransactions(),
              faults,
              new Words(),
              ConnectorDesk.ORIGIN,
              desk.clock);
    }

    /** As on the server. */
    private TakeOutcome inTransactions() {
      Sql sql = new Sql(database.dataSource());
      return new TakeOutcome(
          sql, new UsedOnce(sql, desk.clock), new TakeReports(sql, desk.clock), desk.clock) {
        @Override
        public void set(
            Connector connector, SignedMessage signed, Sourced sourced, @Nullable Double score) {
          database.transaction(
              entityManager -> {
                Sql joined = new Sql(JoinedDataSource.of(entityManager));
                new TakeOutcome(
                        joined,
                        new UsedOnce(joined, desk.clock),
                        new TakeReports(joined, desk.clock),
                        desk.clock)
                    .set(connector, signed, sourced, score);
              });
        }
      };
    }

    String url() {
      return OutcomesKind.address(ConnectorDesk.ORIGIN, desk.connector);
    }

    String header(String body) {
      return signer.header(url(), body, desk.clock.instant().getEpochSecond());
    }

    String post(String body) {
      return post(header(body), body);
    }

    String post(String header, String body) {
      String answer =
          answers
              .answer(
                  desk.connector.id(),
                  new AnswerOutcome.Envelope(header, null),
                  body.getBytes(StandardCharsets.UTF_8))
              .xml();
      desk.sort();
      return answer;
    }

    String replace(String score) {
      return PoxTest.REPLACE.replace("3124567", plain).replace("0.92", score);
    }

    String other(String operation) {
      return PoxTest.REPLACE
          .replace("3124567", plain)
          .replace("replaceResult", operation)
          .replaceAll("(?s)<result>.*</result>", "");
    }

    Optional<EvidenceItem> evidence(String activity) {
      Sql sql = new Sql(database.dataSource());
      return sql.first(
              "select id from activity where kind = 'SENT' and reference = ?",
              row -> row.uuid("id"),
              desk.connector.id() + "/" + activity)
          .flatMap(id -> new Evidence(sql).of(ada, List.of(id)).stream().findFirst());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aResultIsSetReadAndDeleted(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      assertThat(bench.post(bench.other("readResult")))
          .contains("success")
          .contains("<textString></textString>");
      assertThat(bench.post(bench.replace("0.92")))
          .contains("<imsx_codeMajor>success</imsx_codeMajor>", "<replaceResultResponse>");
      EvidenceItem found = bench.evidence("week/1").orElseThrow();
      assertThat(found.source()).isEqualTo("outcomes");
      assertThat(found.score()).isEqualTo(0.92);
      assertThat(found.maximum()).isEqualTo(1);
      assertThat(bench.post(bench.other("readResult"))).contains("<textString>0.92</textString>");
      assertThat(bench.post(bench.replace("0.5"))).contains("success"); // in the same microsecond
      assertThat(bench.evidence("week/1").orElseThrow().score()).isEqualTo(0.5);
      assertThat(bench.post(bench.other("deleteResult"))).contains("<deleteResultResponse>");
      assertThat(bench.evidence("week/1").orElseThrow().undone()).isTrue();
      assertThat(bench.post(bench.other("readResult"))).contains("<textString></textString>");
      assertThat(bench.post(bench.other("deleteResult"))).contains("success");
      assertThat(bench.desk.counts()).isEqualTo(Map.of(State.TAKEN, 3L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMessageCountsOnceAndTheSameResultAgainIsNoNews(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      String body = bench.replace("0.7");
      String header = bench.header(body);
      assertThat(bench.post(header, body)).contains("success");
      for (String replayed : List.of(header, header.replace("realm=\"\"", "realm=\"x\""))) {
        assertThat(bench.post(replayed, body)).contains("failure").contains("came before");
      }
      assertThat(bench.post(body)).contains("success");
      assertThat(bench.desk.counts()).isEqualTo(Map.of(State.TAKEN, 1L));
      assertThat(bench.faults.of(bench.desk.connector.id()))
          .singleElement()
          .extracting("code")
          .isEqualTo("outcomes-replay");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takesItsOwnSealedIdsAndNoOthers(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      String url = OutcomesKind.sealingAddress(ConnectorDesk.ORIGIN, bench.desk.connector);
      Map<String, String> form =
          Map.of(
              "course", "101",
              "activity", "quiz",
              "title", "The quiz",
              "user", bench.desk.sub(bench.ada));
      String header =
          bench.signer.header(
              url, bench.signer.parameters(bench.desk.clock.instant().getEpochSecond()), form);
      var sent = form.entrySet().stream().map(e -> new OAuth.Parameter(e.getKey(), e.getValue()));
      String sealed =
          bench.answers.seal(
              bench.desk.connector.id(), new AnswerOutcome.Envelope(header, null), sent.toList());
      String body = PoxTest.REPLACE.replace("3124567", sealed);
      assertThat(bench.post(body)).contains("success");
      assertThat(bench.evidence("quiz").orElseThrow().score()).isEqualTo(0.92);
      assertThat(database.count("select count(*) from activity where title = 'The quiz'")).isOne();

      var other = new Bench(database);
      String foreign = PoxTest.REPLACE.replace("3124567", sealed);
      assertThat(other.post(foreign)).contains("failure").contains("sourcedId");
      for (String wrong : List.of("", "101/quiz", "101//x", "a/b/c/d", "101/a/%00", "101/%zz/1")) {
        assertThat(other.post(PoxTest.REPLACE.replace("3124567", wrong)))
            .contains("<imsx_codeMajor>failure")
            .contains("<imsx_messageRefIdentifier>999999123</imsx_messageRefIdentifier>")
            .contains("<imsx_operationRefIdentifier>replaceResult<");
      }
      assertThatThrownBy(
              () ->
                  bench.answers.seal(
                      bench.desk.connector.id(),
                      new AnswerOutcome.Envelope(header, null),
                      OAuth.decodeForm("course=101&activity=quiz&user=other")))
          .isInstanceOf(OutcomeRefused.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void answersFailuresAndWhatItCannotDo(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      assertThat(bench.post(bench.other("readPerson")))
          .contains("<imsx_codeMajor>unsupported</imsx_codeMajor>")
          .contains("<imsx_operationRefIdentifier>readPerson</imsx_operationRefIdentifier>");
      assertThat(bench.post(bench.replace("1.5"))).contains("failure").contains("decimal");
      assertThat(bench.post("<x/>")).contains("failure").contains("no message");
      String body = bench.replace("1");
      assertThat(bench.post("OAuth nonsense", body)).contains("failure").contains("signature");
      assertThat(bench.post(bench.header(body), body + " ")).contains("failure").contains("hash");
      database.execute("update connector set active = false");
      assertThat(bench.post(body)).contains("failure").contains("signature");
      assertThat(
              bench
                  .answers
                  .answer(UUID.randomUUID(), new AnswerOutcome.Envelope(null, null), new byte[0])
                  .xml())
          .contains("failure")
          .contains("signature");
      assertThat(bench.desk.counts()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsSetForAnUnknownLearnerWaits(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      assertThat(bench.post(bench.replace("1").replace(bench.desk.sub(bench.ada), "later")))
          .contains("success");
      assertThat(bench.post(bench.replace("1").replace("101/", "999/"))).contains("success");
      assertThat(bench.desk.counts()).isEqualTo(Map.of(State.NO_LEARNER, 1L, State.NO_COURSE, 1L));
    }
  }
}
