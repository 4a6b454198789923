package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.2 AA, as far as axe can judge it. */
final class Accessibility {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  /** Judges a whole page. */
  static void check(Page page, String where) {
    page.waitForLoadState(); // with its styles
    judge(new AxeBuilder(page), where);
  }

  /** Judges the tool's frame in a page of the campus. */
  static void checkFrame(Page page, String where) {
    page.waitForLoadState();
    judge(new AxeBuilder(page).include("iframe"), where);
  }

  private static void judge(AxeBuilder axe, String where) {
    // all in one call: the other way opens an empty page beside ours each time
    List<String> violations =
        axe.setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
            .map(
                rule ->
                    rule.getId()
                        + " "
                        + rule.getNodes().get(0).getHtml()
                        + " "
                        + rule.getNodes().get(0).getFailureSummary())
            .toList();
    assertThat(violations).as(where).isEmpty();
  }
}
