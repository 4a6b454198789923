package org.badgebridge.drawing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.web.Translated;
import org.badgebridge.web.Words;

/**
 * What an address says of a drawing that nobody saved yet.
 *
 * @param query {@code type}, {@code theme}, {@code name}, {@code language} and {@code artwork} of a
 *     badge; {@code shape}, {@code colour} and {@code word} instead of its type's; {@code ground}
 *     and {@code pictogram} instead of its theme's. What is missing or makes no sense is as the
 *     grammar has it.
 */
record DraftLook(MultivaluedMap<String, String> query) {

  private static final int LONGEST_NAME = 200;

  Look look(VisualGrammar grammar) {
    Locale language = Words.choose(field("language"));
    String name = field("name");
    UUID artwork = ThemeDraft.id(field("artwork"));
    return new Look(
        type(grammar.type(field("type")), language),
        theme(grammar.theme(field("theme"))),
        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
        language,
        artwork);
  }

  private BadgeType type(BadgeType type, Locale language) {
    String word = field("word");
    return new BadgeType(
        type.slug(),
        word.isEmpty()
            ? type.names()
            : Translated.of(
                language, word.substring(0, Math.min(word.length(), EntryWords.NAME_LENGTH))),
        type.meanings(),
        Shape.named(field("shape")).orElse(type.shape()),
        Colour.isOne(field("colour")) ? field("colour") : type.colour(),
        type.achievementType(),
        type.own(),
        type.active());
  }

  private Theme theme(Theme theme) {
    String pictogram = field("pictogram");
    boolean drawn = Pictogram.exists(pictogram);
    return new Theme(
        theme.slug(),
        theme.names(),
        theme.meanings(),
        Colour.isOne(field("ground")) ? field("ground") : theme.colour(),
        drawn ? Pictogram.of(pictogram) : theme.pictogram(),
        drawn ? null : theme.artwork(),
        theme.own(),
        theme.active());
  }

  private String field(String name) {
    return EntryWords.field(query, name);
  }
}
