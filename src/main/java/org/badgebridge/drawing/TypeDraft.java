package org.badgebridge.drawing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Translated;

/**
 * A type as somebody typed it: nothing is checked yet.
 *
 * @param shape the slug of a {@link Shape}
 * @param colour as {@code #rrggbb}
 * @param achievementType a term of {@link #TERMS}
 */
public record TypeDraft(
    Translated names, Translated meanings, String shape, String colour, String achievementType) {

  /**
   * The terms of the Open Badges 3.0 {@code achievementType} vocabulary that fit kinds of badges.
   */
  public static final List<String> TERMS =
      List.of(
          "Badge",
          "Achievement",
          "Assessment",
          "Award",
          "Certificate",
          "CertificateOfCompletion",
          "CoCurricular",
          "CommunityService",
          "Competency",
          "Course",
          "Fieldwork",
          "LearningProgram",
          "Membership",
          "MicroCredential");

  /** An empty form, with a shape that is free. */
  static TypeDraft blank(VisualGrammar grammar) {
    List<Shape> worn = grammar.types().stream().map(BadgeType::shape).toList();
    String free =
        List.of(Shape.values()).stream()
            .filter(shape -> !worn.contains(shape))
            .findFirst()
            .map(Shape::slug)
            .orElse("");
    return new TypeDraft(Translated.NOTHING, Translated.NOTHING, free, "#2e8b57", "Badge");
  }

  /** What a form sent. */
  static TypeDraft from(MultivaluedMap<String, String> form) {
    return new TypeDraft(
        EntryWords.read(form, "name"),
        EntryWords.read(form, "meaning"),
        EntryWords.field(form, "shape"),
        EntryWords.field(form, "colour").toLowerCase(Locale.ROOT),
        EntryWords.field(form, "achievementType"));
  }

  /** The form of an existing type. */
  static TypeDraft of(BadgeType type) {
    return new TypeDraft(
        type.names(), type.meanings(), type.shape().slug(), type.colour(), type.achievementType());
  }

  /**
   * Everything that is wrong, in the order of the form.
   *
   * @param others the active types beside this one
   */
  List<FieldFault> faults(List<BadgeType> others) {
    List<FieldFault> faults = new ArrayList<>();
    EntryWords.check(faults, names, meanings);
    if (Shape.named(shape).isEmpty()) {
      faults.add(FieldFault.of("shape", "drawing.fault.shape"));
    }
    others.stream()
        .filter(other -> other.shape().slug().equals(shape))
        .findFirst()
        .ifPresent(
            other ->
                faults.add(
                    FieldFault.of(
                        "shape", "drawing.fault.shape-taken", other.name(Locale.ENGLISH))));
    colour(faults);
    if (!TERMS.contains(achievementType)) {
      faults.add(FieldFault.of("achievementType", "drawing.fault.term"));
    }
    return faults;
  }

  private void colour(List<FieldFault> faults) {
    if (!Colour.isOne(colour)) {
      faults.add(FieldFault.of("colour", "drawing.fault.colour"));
    } else if (new Colour(colour).fadesIntoWhite()) {
      faults.add(FieldFault.of("colour", "drawing.fault.border-light"));
    } else if (new Colour(colour).fadesIntoTheLine()) {
      faults.add(FieldFault.of("colour", "drawing.fault.border-dark"));
    }
  }

  Shape shapeWanted() {
    return Shape.named(shape).orElseThrow();
  }
}
