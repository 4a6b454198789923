package org.badgebridge.verification;

import java.time.Instant;
import java.util.Locale;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;

/** A verdict in the reader's words: the same on the page and for programs. */
public final class Telling {

  private final Page page;

  public Telling(Page page) {
    this.page = page;
  }

  /** In that language, for programs. */
  public static Telling in(Locale locale, Words words) {
    return new Telling(Page.open(locale, words));
  }

  /** The one sentence. */
  public String state(State state) {
    return page.t("verification.state." + state);
  }

  /** What follows from it for the reader. */
  public String meaning(State state) {
    return page.t("verification.state." + state + ".meaning");
  }

  /** What was checked. */
  public String probe(Check check) {
    return page.t("verification.probe." + check.probe());
  }

  /** How it ended. */
  public String outcome(Check check) {
    return page.t("verification.outcome." + check.outcome());
  }

  /** What an endorsement is about. */
  public String about(Endorsement endorsement) {
    Endorsement.About about = endorsement.about();
    return page.t("verification.endorsement.about." + (about == null ? "NOTHING" : about.name()));
  }

  /** What came of it, with moments as days. */
  public String said(Check check) {
    Object[] arguments =
        check.arguments().stream()
            .map(each -> each instanceof Instant moment ? page.day(moment) : each)
            .toArray();
    return page.t(check.key(), arguments);
  }
}
