package org.badgebridge.badgeclass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.content.AssessmentKind;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Participation;
import org.badgebridge.badgeclass.content.Study;
import org.badgebridge.web.Words;

/**
 * The criteria as a credential states them: what was asked, and below it what Open Badges 3.0 has
 * no property for (outcomes, study load, assessment, quality assurance), so that every verifier and
 * backpack shows it. Markdown, in the language of the badge class.
 */
final class Narrative {

  private final BadgeContent content;
  private final Words words;
  private final Locale language;
  private final List<String> facts = new ArrayList<>();

  private Narrative(BadgeContent content, Words words) {
    this.content = content;
    this.words = words;
    this.language = Words.choose(content.language());
  }

  static String of(BadgeContent content, Words words) {
    return new Narrative(content, words).write();
  }

  private String write() {
    StringBuilder text = new StringBuilder(content.wording().criteria());
    Study study = content.study();
    if (!study.learningOutcomes().isEmpty()) {
      text.append("\n\n## ").append(say("badgeclass.form.outcomes")).append("\n\n");
      text.append(study.learningOutcomes());
    }
    load(study);
    assessing();
    quality();
    if (!facts.isEmpty()) {
      text.append("\n\n");
      facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
    }
    return text.toString().strip();
  }

  private void load(Study study) {
    fact("badgeclass.form.eqf", study.eqfLevel());
    fact("badgeclass.form.ects", study.ects() == null ? null : study.ectsText());
    fact("badgeclass.form.study-load", study.studyLoad());
    fact("badgeclass.form.time-investment", study.timeInvestment());
    facts("badgeclass.form.programmes", study.programmes(), programme -> programme);
    facts("badgeclass.form.participation", study.participation(), Participation::key);
  }

  private void assessing() {
    facts("badgeclass.form.assessment", content.assessing().kinds(), AssessmentKind::key);
    if (content.assessing().supervised()) {
      facts.add(say("badgeclass.form.supervised"));
    }
    if (content.assessing().identityChecked()) {
      facts.add(say("badgeclass.form.identity-checked"));
    }
  }

  private void quality() {
    String name = content.quality().name();
    if (!name.isEmpty()) {
      String url = content.quality().url();
      fact(
          "badgeclass.form.quality",
          url.isEmpty() ? plain(name) : plain(name) + " (<" + url + ">)");
    }
  }

  private void fact(String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      facts.add(say(key) + ": " + value);
    }
  }

  private <T> void facts(String key, Collection<T> values, Function<T, String> name) {
    if (!values.isEmpty()) {
      fact(
          key,
          values.stream()
              .map(name)
              .map(each -> each.startsWith("badgeclass.") ? say(each) : plain(each))
              .collect(Collectors.joining(", ")));
    }
  }

  private String say(String key) {
    return words.text(language, key);
  }

  /** A line of plain text inside Markdown: its punctuation means nothing. */
  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|!~])", "\\\\$1");
  }
}
