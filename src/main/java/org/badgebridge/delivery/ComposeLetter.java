package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.institution.Institution;
import org.badgebridge.web.Markdown;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Writes what a message says, as text and as HTML, in the language of its reader. */
@ApplicationScoped
public class ComposeLetter {

  private final MailTexts texts;
  private final StopLink stop;
  private final Views views;
  private final Words words;

  @Inject
  public ComposeLetter(MailTexts texts, StopLink stop, Views views, Words words) {
    this.texts = texts;
    this.stop = stop;
    this.views = views;
    this.words = words;
  }

  /** The message about these badges. */
  Letter about(
      MailKind kind,
      Institution institution,
      LmsUser learner,
      List<LetterLine> lines,
      Locale language) {
    MailText text = texts.of(new MailTexts.Key(institution.id(), kind, language));
    return write(
        text, institution, name(learner, language), lines, stop.to(learner.id()), language);
  }

  /** The message with these words. */
  Letter write(
      MailText words,
      Institution institution,
      String name,
      List<LetterLine> lines,
      String stopAddress,
      Locale language) {
    Page page = new Page(language, this.words, null, institution.accent());
    Placeholders places =
        new Placeholders(
            name,
            institution.name(language),
            lines.stream().map(LetterLine::badge).collect(Collectors.joining(", ")));
    String subject = places.inLine(words.subject());
    String intro = places.inMarkdown(words.intro());
    String outro = places.inMarkdown(words.outro());
    String introHtml = Markdown.html(intro);
    String outroHtml = Markdown.html(outro);
    Map<String, Object> parts = new HashMap<>();
    parts.put("subject", subject);
    parts.put("intro", introHtml);
    parts.put("outro", outroHtml);
    parts.put("lines", lines);
    parts.put("institution", institution.name(language));
    parts.put("stop", stopAddress);
    return new Letter(
        subject,
        introHtml,
        lines,
        outroHtml,
        text(page, Markdown.text(intro), lines, Markdown.text(outro), stopAddress),
        views.render("delivery/mail.jte", page, parts));
  }

  private static String text(
      Page page, String intro, List<LetterLine> lines, String outro, String stopAddress) {
    StringBuilder text = new StringBuilder(intro).append("\n\n");
    for (LetterLine line : lines) {
      text.append("* ").append(line.badge()).append('\n');
      if (line.lapses() != null) {
        text.append("  ").append(page.t("delivery.mail.until", page.day(line.lapses())));
        text.append('\n');
      }
      if (line.said() != null) {
        text.append("  ").append(line.said().replace("\n", "\n  ")).append('\n');
      }
      text.append("  ").append(page.t(line.act())).append(": ");
      text.append(line.address()).append('\n');
      text.append("  ").append(page.t("delivery.mail.about")).append(": ");
      text.append(line.about()).append("\n\n");
    }
    text.append(outro).append("\n\n-- \n").append(page.t("delivery.mail.stop")).append(": ");
    return text.append(stopAddress).append('\n').toString();
  }

  private String name(LmsUser learner, Locale language) {
    String name = learner.displayName();
    return name.startsWith("#") ? words.text(language, "delivery.mail.nameless") : name;
  }
}
