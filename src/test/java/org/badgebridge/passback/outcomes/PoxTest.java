package org.badgebridge.passback.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.badgebridge.passback.outcomes.PoxAnswer.Major;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoxTest {

  /** The example of LTI 1.1.1 §6.1.1. */
  static final String REPLACE =
      """
      <?xml version = "1.0" encoding = "UTF-8"?>
      <imsx_POXEnvelopeRequest xmlns="http://www.imsglobal.org/services/ltiv1p1/xsd/imsoms_v1p0">
        <imsx_POXHeader>
          <imsx_POXRequestHeaderInfo>
            <imsx_version>V1.0</imsx_version>
            <imsx_messageIdentifier>999999123</imsx_messageIdentifier>
          </imsx_POXRequestHeaderInfo>
        </imsx_POXHeader>
        <imsx_POXBody>
          <replaceResultRequest>
            <resultRecord>
              <sourcedGUID>
                <sourcedId>3124567</sourcedId>
              </sourcedGUID>
              <result>
                <resultScore>
                  <language>en</language>
                  <textString>0.92</textString>
                </resultScore>
              </result>
            </resultRecord>
          </replaceResultRequest>
        </imsx_POXBody>
      </imsx_POXEnvelopeRequest>
      """;

  @Test
  void readsTheExampleOfTheSpecification() {
    PoxRequest request = read(REPLACE);
    assertThat(request.known()).isEqualTo(PoxRequest.Operation.REPLACE);
    assertThat(request.messageId()).isEqualTo("999999123");
    assertThat(request.sourcedId()).isEqualTo("3124567");
    assertThat(request.value()).isEqualTo(0.92);
  }

  @Test
  void readsPrefixesCommentsAndExtensions() {
    String prefixed =
        REPLACE
            .replaceAll("<(/?)(\\w)", "<$1o:$2")
            .replace("xmlns=", "xmlns:o=")
            .replace("0.92", "0<!-- not 1 -->.<![CDATA[9]]>2")
            .replace(
                "<o:result>",
                "<o:result><x:data xmlns:x='urn:x'><x:textString>1</x:textString></x:data>");
    assertThat(read(prefixed).value()).isEqualTo(0.92);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "1", "1.0", "1.", ".5", " 0.25 ", "0.123456789012345"})
  void takesDecimalsFromZeroToOne(String score) {
    assertThat(read(REPLACE.replace("0.92", score)).value())
        .isEqualTo(Double.parseDouble(score.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.0000001",
        "-0.1",
        "NaN",
        "INF",
        "Infinity",
        "1e-1",
        "0,5",
        "",
        "92%",
        "0x1"
      })
  void refusesOtherScores(String score) {
    assertThatThrownBy(() -> read(REPLACE.replace("0.92", score)).value())
        .isInstanceOfSatisfying(
            OutcomeRefused.class, e -> assertThat(e.code()).isEqualTo("outcomes-score"));
    assertThatThrownBy(() -> read(REPLACE.replace(">en<", ">nl<")).value())
        .isInstanceOf(OutcomeRefused.class);
  }

  @Test
  void refusesDocumentTypesEntitiesAndOtherNamespaces() {
    String bomb =
        "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    String external = "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    String root = "<imsx_POXEnvelopeRequest";
    for (String bad :
        List.of(
            REPLACE.replace(root, bomb + root).replace("3124567", "&c;"),
            REPLACE.replace(root, external + root).replace("3124567", "&c;"),
            REPLACE.replace(root, "<!DOCTYPE x>" + root),
            REPLACE.replace(
                "<?xml version = \"1.0\" encoding = \"UTF-8\"?>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">"),
            REPLACE.replace("3124567", "&c;"),
            REPLACE.replace("imsoms_v1p0", "imsoms_v1p1"),
            REPLACE.replace(
                " xmlns=\"http://www.imsglobal.org/services/ltiv1p1/xsd/imsoms_v1p0\"", ""),
            REPLACE.replace("imsx_POXEnvelopeRequest", "imsx_POXEnvelopeResponse"),
            REPLACE.replace("</sourcedId>", "</sourcedId><sourcedId>1</sourcedId>"),
            REPLACE.replace("</textString>", "</textString><textString>1</textString>"),
            REPLACE.replace("3124567", "3".repeat(5000)),
            REPLACE.replace("3124567", "<a>".repeat(100_000)),
            REPLACE.replace("3124567", "<a>".repeat(100) + "</a>".repeat(100)),
            REPLACE.substring(0, 600),
            REPLACE + REPLACE,
            "{\"score\": 1}",
            "sourcedid=1&result_resultscore_textstring=1",
            "")) {
      assertThatThrownBy(() -> read(bad))
          .as(bad.length() > 2000 ? "long" : bad)
          .isInstanceOfSatisfying(
              OutcomeRefused.class, e -> assertThat(e.code()).isEqualTo("outcomes-message"));
    }
  }

  @Test
  void knowsWhatItCannotDo() {
    PoxRequest request = read(REPLACE.replace("replaceResultRequest", "readMembershipRequest"));
    assertThat(request.known()).isNull();
    assertThat(request.operation()).isEqualTo("readMembership");
  }

  @ParameterizedTest
  @CsvSource({"SUCCESS,success,status", "FAILURE,failure,error", "UNSUPPORTED,unsupported,status"})
  void answersInAnEnvelopeThatNamesTheRequest(Major major, String code, String severity) {
    String xml = new PoxAnswer(major, "a < b", "12", "readResult", 0.5).xml();
    assertThat(xml)
        .contains("<imsx_codeMajor>" + code + "</imsx_codeMajor>")
        .contains("<imsx_severity>" + severity + "</imsx_severity>")
        .contains("<imsx_description>a &lt; b</imsx_description>")
        .contains("<imsx_messageRefIdentifier>12</imsx_messageRefIdentifier>")
        .contains("<imsx_operationRefIdentifier>readResult</imsx_operationRefIdentifier>")
        .contains("<imsx_version>V1.0</imsx_version>")
        .contains("xmlns=\"" + PoxReader.NAMESPACE + "\"");
    assertThat(xml.contains("<readResultResponse>")).isEqualTo(major == Major.SUCCESS);
    assertThat(xml.contains("<textString>0.5</textString>")).isEqualTo(major == Major.SUCCESS);
  }

  private static PoxRequest read(String text) {
    return PoxReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
