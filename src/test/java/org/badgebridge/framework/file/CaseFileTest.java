package org.badgebridge.framework.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.badgebridge.framework.file.RowFault.Reason;
import org.junit.jupiter.api.Test;

class CaseFileTest {

  @Test
  void readsAPackage() {
    ReadFile file = SampleFiles.read(SampleFiles.CASE);
    assertThat(file.source()).isEqualTo(Source.CASE);
    assertThat(file.name()).isEqualTo("Digital literacy");
    assertThat(file.publisher()).isEqualTo("Dutch Council");
    assertThat(file.url()).isEqualTo("https://case.example.org/uri/c5fb0812");
    assertThat(file.language()).isEqualTo("en");
    assertThat(file.faults()).containsExactly(new RowFault(3, Reason.NO_URL));
    assertThat(file.items())
        .containsExactly(
            new ReadItem(
                "a1b2c3d4-0000-4000-8000-000000000001",
                "a1b2c3d4-0000-4000-8000-000000000001",
                "DL.1.2",
                "Judging sources",
                "The learner can judge where information on the web comes from.",
                "https://case.example.org/uri/a1b2c3d4-0000-4000-8000-000000000001",
                "CFItem",
                ""),
            new ReadItem(
                "a1b2c3d4-0000-4000-8000-000000000002",
                "a1b2c3d4-0000-4000-8000-000000000002",
                "DL.1.3",
                "The learner protects their data.",
                "The learner protects their data.",
                "https://case.example.org/uri/a1b2c3d4-0000-4000-8000-000000000002",
                "CFItem",
                ""));
  }

  @Test
  void readsTheSameWithinAWrapper() {
    ReadFile bare = SampleFiles.read(SampleFiles.CASE);
    assertThat(SampleFiles.read("{\"CFPackage\": " + SampleFiles.CASE + "}")).isEqualTo(bare);
  }

  @Test
  void namesALongStatementByItsBeginning() {
    String statement = "word ".repeat(100).strip();
    ReadItem item =
        SampleFiles.read(
                "{\"CFItems\":[{\"identifier\":\"1\",\"uri\":\"https://example.org/1\","
                    + "\"fullStatement\":\""
                    + statement
                    + "\"}]}")
            .items()
            .get(0);
    assertThat(item.name()).hasSize(200).startsWith("word word").endsWith("…");
    assertThat(item.description()).isEqualTo(statement);
  }

  @Test
  void leavesOutWhatSaysOneThingTwiceAndWhatIsNoItem() {
    ReadFile file =
        SampleFiles.read(
            """
            {"CFItems": [
              {"identifier": "1", "uri": "https://example.org/1", "fullStatement": "One"},
              {"identifier": "2", "uri": "https://example.org/2", "fullStatement": "Two",
               "uri": "https://evil.example"},
              "three", null, [["four"]],
              {"identifier": "5", "uri": {"x": "https://example.org"}, "fullStatement": "Five"},
              {"identifier": "1", "uri": "https://example.org/1", "fullStatement": "One again"}]}
            """);
    assertThat(file.items()).extracting(ReadItem::name).containsExactly("One");
    assertThat(file.faults())
        .extracting(RowFault::reason)
        .containsExactly(
            Reason.UNCLEAR,
            Reason.UNCLEAR,
            Reason.UNCLEAR,
            Reason.UNCLEAR,
            Reason.NO_URL,
            Reason.DOUBLED);
  }
}
