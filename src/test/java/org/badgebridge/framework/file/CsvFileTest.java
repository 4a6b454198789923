package org.badgebridge.framework.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.badgebridge.framework.file.RowFault.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @Test
  void readsATableOfEsco() {
    ReadFile file = FrameworkFiles.read(SampleFiles.bytes(SampleFiles.ESCO), "skills_en.csv");
    assertThat(file.name()).isEqualTo("ESCO");
    assertThat(file.publisher()).isEqualTo("European Commission");
    assertThat(file.faults()).isEmpty();
    assertThat(file.items()).hasSize(3);
    ReadItem first = file.items().get(0);
    assertThat(first.name()).isEqualTo("manage musical staff");
    assertThat(first.url()).startsWith("http://data.europa.eu/esco/skill/0005c151");
    assertThat(first.identifier()).isEqualTo(first.url());
    assertThat(first.description()).isEqualTo("Assign and manage staff tasks, in scoring.");
    assertThat(first.type()).isEqualTo("ext:ESCOAlignment");
    assertThat(first.keywords()).contains("coordinate duties of musical staff");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsOutWhatPartsTheColumns(String separator) {
    String text =
        "Naam,URL,Code,Omschrijving,Type\n\"Lezen, schrijven\",https://example.org/1,T1,\"Een \"\"boek\"\"\",CTDL\n";
    ReadFile file =
        SampleFiles.read(
            text.replace("Lezen, schrijven", "Lezen; schrijven").replace(",", separator));
    assertThat(file.name()).isEqualTo("my skills");
    assertThat(file.items())
        .containsExactly(
            new ReadItem(
                "T1",
                "T1",
                "",
                "Lezen; schrijven",
                "Een \"boek\"",
                "https://example.org/1",
                "CTDL",
                ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsUtf8AndUtf16WithAMarkAndWithout(String charset) {
    String text = "title,uri\nÉén vaardigheid,https://example.org/é\n";
    for (String mark : new String[] {"", "\uFEFF"}) {
      byte[] bytes = (mark + text).getBytes(Charset.forName(charset));
      assertThat(FrameworkFiles.read(bytes, "x.csv").items().get(0).name())
          .isEqualTo("Één vaardigheid");
    }
  }

  @Test
  void namesRowsWithFaultsAndKeepsTheOthers() {
    ReadFile file =
        SampleFiles.read(
            """
            id,name,url
            1,Good,https://example.org/1
            2,,https://example.org/2
            3,Nowhere,
            4,Script,javascript:alert(1)
            5,Secret,https://user:word@example.org/
            1,Twice,https://example.org/1

            6,Good too,https://example.org/6
            """);
    assertThat(file.items()).extracting(ReadItem::identifier).containsExactly("1", "6");
    assertThat(file.invalid()).isEqualTo(4);
    assertThat(file.doubled()).isEqualTo(1);
    assertThat(file.faults())
        .containsExactly(
            new RowFault(3, Reason.NO_NAME),
            new RowFault(4, Reason.NO_URL),
            new RowFault(5, Reason.BAD_URL),
            new RowFault(6, Reason.BAD_URL),
            new RowFault(7, Reason.DOUBLED));
  }

  @Test
  void keepsFormulasAndTagsAsTextAndTakesWhatHidesOrTurnsAway() {
    ReadFile file =
        SampleFiles.read(
            """
            name,url,code
            "=HYPERLINK(""https://evil.example"")",https://example.org/1,1
            <script>alert(1)</script>,https://example.org/2,2
            a(turn)txt.exe(nul)b,https://example.org/3,3
            """
                .replace("(turn)", "\u202E")
                .replace("(nul)", "\u0000"));
    assertThat(file.items())
        .extracting(ReadItem::name)
        .containsExactly(
            "=HYPERLINK(\"https://evil.example\")", "<script>alert(1)</script>", "atxt.exeb");
  }

  @Test
  void cutsLongNamesAndKeepsThemWholeInTheDescription() {
    String name = "x".repeat(199) + "😀" + "y".repeat(50);
    ReadItem item =
        SampleFiles.read("name,url\n" + name + ",https://example.org/1\n").items().get(0);
    assertThat(item.name()).hasSize(200).endsWith("x…");
    assertThat(item.description()).isEqualTo(name);
  }

  @Test
  void takesFiftyThousandRowsAndNotOneMore() {
    assertThat(SampleFiles.read(SampleFiles.table(Items.MOST, "Skill")).items())
        .hasSize(Items.MOST);
    HostileFilesTest.refused("too-many-rows", SampleFiles.table(Items.MOST + 1, "Skill"));
  }

  @Test
  void takesWindowsLettersForNoneOfOurs() {
    byte[] bytes = "name,url\nCafé,https://example.org\n".getBytes(StandardCharsets.ISO_8859_1);
    HostileFilesTest.refused("encoding", bytes);
  }
}
