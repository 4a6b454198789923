package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Wording;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.drawing.Look;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;

/** Writes badge classes as entries, with each issuer and grammar looked up once. */
@ApplicationScoped
class Entries {

  private final Issuers issuers;
  private final VisualGrammars grammars;
  private final BadgeDrawing drawing;

  @Inject
  Entries(Issuers issuers, VisualGrammars grammars, BadgeDrawing drawing) {
    this.issuers = issuers;
    this.grammars = grammars;
    this.drawing = drawing;
  }

  /** The entries, in order. */
  List<Entry> of(List<BadgeClass> badgeClasses, Locale reader) {
    Map<UUID, Issuer> known = new HashMap<>();
    Map<UUID, VisualGrammar> grammar = new HashMap<>();
    return badgeClasses.stream()
        .map(
            each -> {
              Issuer issuer = known.computeIfAbsent(each.issuerId(), issuers::get);
              return entry(
                  each,
                  issuer,
                  grammar.computeIfAbsent(issuer.institutionId(), grammars::of),
                  reader);
            })
        .toList();
  }

  private Entry entry(BadgeClass badgeClass, Issuer issuer, VisualGrammar grammar, Locale reader) {
    BadgeContent content = badgeClass.content();
    Wording wording = content.in(reader);
    Look look =
        grammar.look(
            content.type(),
            content.theme(),
            wording.name(),
            badgeClass.language(),
            content.artwork());
    return new Entry(
        badgeClass.id(),
        wording.name(),
        wording.description(),
        content.languageFor(reader),
        issuer.name(),
        issuer.id(),
        look.type().name(reader),
        look.theme().name(reader),
        content.skills(),
        drawing.alternative(look, reader));
  }
}
