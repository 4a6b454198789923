package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void showsListsEmphasisAndLinks() {
    assertThat(Markdown.html("- **do** it\n- [see](https://example.org/a?b=1&c=2)"))
        .contains("<li><strong>do</strong> it</li>")
        .contains("href=\"https://example.org/a?b=1&amp;c=2\"")
        .contains("rel=\"nofollow noopener noreferrer\"");
  }

  @Test
  void startsHeadingsBelowThePagesOwn() {
    assertThat(Markdown.html("# Big\n\n###### Small")).contains("<h3>Big</h3>", "<h6>Small</h6>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onmouseover=alert(1)>b</b>",
        "<svg><foreignObject><iframe src='//evil'></iframe></foreignObject></svg>",
        "<style>@import 'https://evil.example';</style>",
        "<a href=javascript:alert(1)>x</a>",
        "<!-- --><script>1</script>",
      })
  void showsHtmlAsText(String hostile) {
    assertThat(Markdown.html(hostile))
        .doesNotContain(
            "<script", "<img", "<b ", "<svg", "<style", "<a href=javascript", "<iframe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](  java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:msgbox)",
        "[x](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]"
      })
  void linksOnlyToTheWebAndMail(String hostile) {
    assertThat(Markdown.html(hostile)).doesNotContainPattern("(?i)href=\"[^\"h/#]");
  }

  @Test
  void showsPicturesAsTheirAlternative() {
    assertThat(Markdown.html("![a **cat**](https://tracker.example/x.png)"))
        .doesNotContain("<img", "tracker")
        .contains("a ");
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "- ", "[", "*a **b ", "![", "<", "`", "&"})
  void takesNestingAndRepetitionInItsStride(String piece) {
    String hostile = piece.repeat(10_000 / piece.length());
    Assertions.assertThatCode(() -> Markdown.html(hostile)).doesNotThrowAnyException();
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> Markdown.html(hostile));
  }
}
