package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.web.Words;

/** The words of every institution's mail. Joins the caller's transaction. */
@ApplicationScoped
public class MailTexts {

  private static final String ONE = " where institution_id = ? and kind = ? and language = ?";

  private final Sql sql;
  private final Words words;

  @Inject
  public MailTexts(Sql sql, Words words) {
    this.sql = sql;
    this.words = words;
  }

  /** Which words: those of an institution's kind of message in a language. */
  public record Key(UUID institutionId, MailKind kind, Locale language) {}

  /**
   * Words of an institution's own.
   *
   * @param revision grows with every change
   */
  public record Own(MailText text, long revision) {}

  /** The words that hold. */
  public MailText of(Key key) {
    return own(key).map(Own::text).orElseGet(() -> usual(key));
  }

  /** The words that hold where nobody chose others. */
  public MailText usual(Key key) {
    String prefix = "delivery.usual." + key.kind().slug() + ".";
    return new MailText(
        words.text(key.language(), prefix + "subject"),
        words.text(key.language(), prefix + "intro"),
        words.text(key.language(), prefix + "outro"));
  }

  /** Words that the institution chose; empty if it did not. */
  public Optional<Own> own(Key key) {
    return sql.first(
        "select subject, intro, outro, revision from mail_text" + ONE,
        MailTexts::read,
        key.institutionId(),
        key.kind(),
        key.language().toLanguageTag());
  }

  /** All of which an institution chose its own words. */
  public Set<Key> chosen(UUID institutionId) {
    return sql
        .list(
            "select kind, language from mail_text where institution_id = ?",
            row ->
                new Key(
                    institutionId,
                    MailKind.valueOf(row.text("kind")),
                    Locale.forLanguageTag(row.text("language"))),
            institutionId)
        .stream()
        .collect(Collectors.toSet());
  }

  /**
   * Keeps words.
   *
   * @param revision of those that they replace; 0 for the usual ones
   * @return false if somebody else changed them since
   */
  boolean keep(Key key, MailText text, long revision) {
    if (revision == 0) {
      return sql.insertOnce(
          "insert into mail_text (institution_id, kind, language, subject, intro, outro, revision)"
              + " values (?, ?, ?, ?, ?, ?, 1)",
          key.institutionId(),
          key.kind(),
          key.language().toLanguageTag(),
          text.subject(),
          text.intro(),
          text.outro());
    }
    return sql.update(
            "update mail_text set subject = ?, intro = ?, outro = ?, revision = revision + 1"
                + ONE
                + " and revision = ?",
            text.subject(),
            text.intro(),
            text.outro(),
            key.institutionId(),
            key.kind(),
            key.language().toLanguageTag(),
            revision)
        == 1;
  }

  /** Back to the usual words; whether that changes anything. */
  boolean reset(Key key) {
    return sql.update(
            "delete from mail_text" + ONE,
            key.institutionId(),
            key.kind(),
            key.language().toLanguageTag())
        == 1;
  }

  private static Own read(Row row) {
    return new Own(
        new MailText(row.text("subject"), row.text("intro"), row.text("outro")),
        row.count("revision"));
  }
}
