package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;

/**
 * The hands of somebody who has no mouse: Tab, Enter, Space, arrows and letters, sent to whatever
 * has the focus. Each stop must be visible.
 */
final class Keyboard {

  /** More stops than any page of ours has. */
  private static final int MOST_STOPS = 80;

  /** What has the focus, in the words that a screen reader would say first. */
  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return '';
        if (e.tagName === 'IFRAME') return 'iframe';
        const words = e.labels?.length ? e.labels[0].textContent : e.textContent;
        return (e.getAttribute('aria-label') ?? words).trim().replace(/\\s+/g, ' ');
      }
      """;

  /** Whether the focus can be seen: an outline on the element, or on the frame around its box. */
  private static final String VISIBLE =
      """
      () => {
        const outlined = (e) => e && getComputedStyle(e).outlineStyle !== 'none'
          && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
        const e = document.activeElement;
        const seen = e.type === 'datetime-local' ? ':focus-within' : ':focus-visible'; // its picker
        return e.matches(seen) && e.getClientRects().length > 0
          && (outlined(e) || outlined(e.closest('.choice')));
      }
      """;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** Tabs on until the focus is on what begins with these words. */
  Keyboard reach(String words) {
    return move("Tab", words);
  }

  /** Tabs back until the focus is on what begins with these words. */
  Keyboard back(String words) {
    return move("Shift+Tab", words);
  }

  /** An answer that is still being put in its place moves the focus itself, so it comes first. */
  private Keyboard move(String key, String words) {
    place().locator(Visitor.AT_REST).waitFor();
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (focused().startsWith(words)) {
        return this;
      }
      page.keyboard().press(key);
      String now = focused();
      if (!now.isEmpty()) {
        assertThat(place().evaluate(VISIBLE))
            .as("focus is visible on '" + now + "'")
            .isEqualTo(true);
      }
    }
    throw new AssertionError(
        "no way by " + key + " to '" + words + "'; now on '" + focused() + "'");
  }

  Keyboard press(String key) {
    page.keyboard().press(key);
    return this;
  }

  Keyboard type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** What has the focus; empty if it is lost. */
  String focused() {
    return String.valueOf(place().evaluate(FOCUSED));
  }

  /** Waits until the focus is on what begins with these words, without pressing anything. */
  Keyboard lands(String words) throws Exception {
    Waiting.until("the focus on '" + words + "'", () -> focused().startsWith(words));
    return this;
  }

  /** The innermost document that has the focus. */
  private Frame place() {
    Frame place = page.mainFrame();
    while ("IFRAME".equals(place.evaluate("document.activeElement?.tagName"))) {
      place = place.evaluateHandle("document.activeElement").asElement().contentFrame();
    }
    return place;
  }
}
