package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeForm;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.badgeclass.content.ReadForm;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/** Sets up the badge class form, empty, of a badge class, or as it came back. */
@ApplicationScoped
public class Editors {

  private final BadgeClasses badgeClasses;
  private final VisualGrammars grammars;
  private final Issuers issuers;

  @Inject
  public Editors(BadgeClasses badgeClasses, VisualGrammars grammars, Issuers issuers) {
    this.badgeClasses = badgeClasses;
    this.grammars = grammars;
    this.issuers = issuers;
  }

  /** An empty form. */
  public Editor blank(UUID institutionId, Locale language) {
    VisualGrammar grammar = grammars.of(institutionId);
    BadgeForm form =
        BadgeForm.blank(language, grammar.types().get(0).slug(), grammar.themes().get(0).slug());
    return editor(form, grammar, institutionId, null, null);
  }

  /** A form that was sent, to make a badge class. */
  public Editor typed(UUID institutionId, MultivaluedMap<String, String> form) {
    return editor(BadgeForm.from(form), grammars.of(institutionId), institutionId, null, form);
  }

  /** The form of a badge class. */
  public Editor of(BadgeClass badgeClass) {
    UUID institution = badgeClasses.institutionOf(badgeClass.id());
    BadgeForm form = BadgeForm.of(badgeClass.content());
    return editor(form, keeping(badgeClass, institution), institution, badgeClass, null);
  }

  /** A form that was sent, to change a badge class. */
  public Editor typed(BadgeClass badgeClass, MultivaluedMap<String, String> form) {
    UUID institution = badgeClasses.institutionOf(badgeClass.id());
    return editor(
        BadgeForm.from(form), keeping(badgeClass, institution), institution, badgeClass, form);
  }

  private VisualGrammar keeping(BadgeClass badgeClass, UUID institution) {
    return grammars.of(institution).keeping(badgeClass.typeSlug(), badgeClass.themeSlug());
  }

  private Editor editor(
      BadgeForm form,
      VisualGrammar grammar,
      UUID institution,
      @Nullable BadgeClass badgeClass,
      @Nullable MultivaluedMap<String, String> sent) {
    boolean movable = badgeClass == null || badgeClass.state() == BadgeClass.State.DRAFT;
    List<Issuer> offered = movable ? issuers.of(institution) : List.of();
    return new Editor(
        form,
        List.of(),
        grammar,
        institution,
        names(form),
        offered.size() > 1 ? offered : List.of(),
        issuer(badgeClass, sent),
        badgeClass == null ? null : badgeClass.revision(),
        null);
  }

  private static @Nullable UUID issuer(
      @Nullable BadgeClass badgeClass, @Nullable MultivaluedMap<String, String> sent) {
    UUID typed = sent == null ? null : Link.id(sent.getFirst("issuer"));
    if (typed != null) {
      return typed;
    }
    return badgeClass == null ? null : badgeClass.issuerId();
  }

  private Map<String, String> names(BadgeForm form) {
    Map<String, String> names = new LinkedHashMap<>();
    Pathway pathway = new ReadForm(form).content().pathway();
    if (pathway != null) {
      for (UUID id : pathway.badges()) {
        badgeClasses.find(id).ifPresent(badge -> names.put(id.toString(), badge.name()));
      }
    }
    return names;
  }
}
