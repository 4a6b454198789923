package org.badgebridge.badgeclass.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is written about a badge class: what the form edits, the database keeps, the
 * interface for programs sends and takes, and export files hold, all in the same shape. A value; it
 * is clean, but not checked ({@link ContentFaults}).
 *
 * @param wording in {@code language}
 * @param language of the wording, a tag of {@link org.badgebridge.web.Translated#LANGUAGES}
 * @param translations the wording in other languages, by tag
 * @param type slug of a type of the institution's visual grammar
 * @param theme slug of a theme of it
 * @param artwork own picture in place of the theme's; null for the theme's
 * @param achievementType of the Open Badges 3.0 vocabulary; empty for the type's own
 * @param skills what its holder can do, in few words each
 * @param tags other words to find it by
 */
public record BadgeContent(
    Wording wording,
    String language,
    Map<String, Wording> translations,
    String type,
    String theme,
    @Nullable UUID artwork,
    Recognition recognition,
    String achievementType,
    List<String> skills,
    List<String> tags,
    List<Alignment> alignments,
    Study study,
    Assessing assessing,
    Quality quality,
    @Nullable Validity validity,
    Purpose purpose,
    Awarding awarding,
    @Nullable Pathway pathway) {

  /** What is missing is empty or the usual. */
  @SuppressWarnings("TooManyParameters")
  public BadgeContent(
      @Nullable Wording wording,
      @Nullable String language,
      @Nullable Map<String, Wording> translations,
      @Nullable String type,
      @Nullable String theme,
      @Nullable UUID artwork,
      @Nullable Recognition recognition,
      @Nullable String achievementType,
      @Nullable List<String> skills,
      @Nullable List<String> tags,
      @Nullable List<Alignment> alignments,
      @Nullable Study study,
      @Nullable Assessing assessing,
      @Nullable Quality quality,
      @Nullable Validity validity,
      @Nullable Purpose purpose,
      @Nullable Awarding awarding,
      @Nullable Pathway pathway) {
    this.wording = wording == null ? new Wording(null, null, null) : wording;
    this.language = PlainText.optionalLine(language);
    this.translations = written(translations, this.language);
    this.type = PlainText.optionalLine(type);
    this.theme = PlainText.optionalLine(theme);
    this.artwork = artwork;
    this.recognition = recognition == null ? Recognition.EXTRA_CURRICULAR : recognition;
    this.achievementType = PlainText.optionalLine(achievementType);
    this.skills = PlainText.entries(skills);
    this.tags = PlainText.entries(tags);
    this.alignments =
        alignments == null
            ? List.of()
            : alignments.stream().filter(each -> !each.isBlank()).toList();
    this.study = study == null ? Study.NOTHING : study;
    this.assessing = assessing == null ? Assessing.NOTHING : assessing;
    this.quality = quality == null ? Quality.NOTHING : quality;
    this.validity = validity;
    this.purpose = purpose == null ? Purpose.NOTHING : purpose;
    this.awarding = awarding == null ? Awarding.USUAL : awarding;
    this.pathway = pathway == null || pathway.steps().isEmpty() ? null : pathway;
  }

  /** Only what every badge class has. */
  public static BadgeContent of(Wording wording, String language, String type, String theme) {
    return new BadgeContent(
        wording, language, null, type, theme, null, null, null, null, null, null, null, null, null,
        null, null, null, null);
  }

  /** The name in the language of the badge class. */
  public String name() {
    return wording.name();
  }

  /** The wording for a reader, each text in the reader's language if it is translated. */
  public Wording in(Locale reader) {
    Wording other = translations.get(reader.getLanguage());
    if (other == null) {
      return wording;
    }
    return new Wording(
        other.name().isEmpty() ? wording.name() : other.name(),
        other.description().isEmpty() ? wording.description() : other.description(),
        other.criteria().isEmpty() ? wording.criteria() : other.criteria());
  }

  /** The language of {@link #in}. */
  public String languageFor(Locale reader) {
    return translations.containsKey(reader.getLanguage()) ? reader.getLanguage() : language;
  }

  /** The same under another name. */
  public BadgeContent named(String name) {
    return with(new Wording(name, wording.description(), wording.criteria()), artwork, pathway);
  }

  /** The same with another path. */
  public BadgeContent along(@Nullable Pathway other) {
    return with(wording, artwork, other);
  }

  /** The same with another picture of its own, or none. */
  public BadgeContent pictured(@Nullable UUID other) {
    return with(wording, other, pathway);
  }

  /**
   * Only what a credential states or its public page must go on saying; two contents with equal
   * ones are the same version. Translations, purpose and awarding may change without a new one.
   */
  public BadgeContent stated() {
    return new BadgeContent(
        wording,
        language,
        null,
        type,
        theme,
        artwork,
        recognition,
        achievementType,
        skills,
        tags,
        alignments,
        study,
        assessing,
        quality,
        validity,
        null,
        null,
        pathway);
  }

  private BadgeContent with(
      Wording newWording, @Nullable UUID newArtwork, @Nullable Pathway newPathway) {
    return new BadgeContent(
        newWording,
        language,
        translations,
        type,
        theme,
        newArtwork,
        recognition,
        achievementType,
        skills,
        tags,
        alignments,
        study,
        assessing,
        quality,
        validity,
        purpose,
        awarding,
        newPathway);
  }

  private static Map<String, Wording> written(
      @Nullable Map<String, Wording> translations, String language) {
    Map<String, Wording> written = new TreeMap<>();
    if (translations != null) {
      translations.forEach(
          (tag, wording) -> {
            if (!wording.isBlank() && !tag.equals(language)) {
              written.put(tag, wording);
            }
          });
    }
    return java.util.Collections.unmodifiableMap(written);
  }
}
