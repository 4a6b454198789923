package org.badgebridge.badgeclass.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/**
 * A content made of a form, and what could not be read on the way: no number where one is asked
 * for. Beyond that nothing is checked here.
 */
public final class ReadForm {

  /** In a step: all of its badges. */
  static final String ALL = "all";

  private final BadgeForm form;
  private final List<FieldFault> faults = new ArrayList<>();
  private final BadgeContent content;

  /** Reads it. */
  public ReadForm(BadgeForm form) {
    this.form = form;
    this.content = read();
  }

  /** What was typed; without what could not be read. */
  public BadgeContent content() {
    return content;
  }

  /** What could not be read. */
  public List<FieldFault> faults() {
    return List.copyOf(faults);
  }

  private BadgeContent read() {
    return new BadgeContent(
        wording(""),
        form.text("language"),
        translations(),
        form.text("type"),
        form.text("theme"),
        Link.id(form.text("artwork")),
        one(Recognition.class, "recognition"),
        form.text("achievementType"),
        lines("skills"),
        lines("tags"),
        alignments(),
        study(),
        assessing(),
        new Quality(
            form.text("qualityName"), form.text("qualityUrl"), form.text("qualityDescription")),
        validity(),
        new Purpose(form.text("journey"), form.text("addedValue")),
        awarding(),
        pathway());
  }

  private Wording wording(String language) {
    return new Wording(
        form.text("name" + language),
        form.text("description" + language),
        form.text("criteria" + language));
  }

  private Map<String, Wording> translations() {
    Map<String, Wording> translations = new LinkedHashMap<>();
    for (String language : form.translations()) {
      translations.put(language, wording("." + language));
    }
    return translations;
  }

  private List<Alignment> alignments() {
    List<Alignment> alignments = new ArrayList<>();
    for (int i = 0; i < form.alignments(); i++) {
      alignments.add(
          new Alignment(
              form.text("alignmentName", i),
              form.text("alignmentUrl", i),
              form.text("alignmentDescription", i),
              form.text("alignmentFramework", i),
              form.text("alignmentCode", i),
              form.text("alignmentType", i)));
    }
    return alignments;
  }

  private Study study() {
    return new Study(
        decimal("ects"),
        number("studyLoad"),
        number("timeInvestment"),
        number("eqf"),
        form.ticked("eqfConfirmed"),
        form.text("outcomes"),
        lines("programmes"),
        form.text("fieldOfStudy"),
        form.text("specialization"),
        form.text("humanCode"),
        several(Participation.class, "participation"),
        form.ticked("stackable"));
  }

  private Assessing assessing() {
    return new Assessing(
        several(AssessmentKind.class, "assessment"),
        form.ticked("supervised"),
        form.ticked("identityChecked"),
        form.ticked("gradeRequired"),
        new GradeScale(
            form.text("scaleName"),
            form.text("scaleType"),
            form.text("scaleLowest"),
            form.text("scaleHighest"),
            form.text("scaleRequired"),
            lines("scaleValues")));
  }

  private @Nullable Validity validity() {
    Integer amount = number("validity");
    Validity.Unit unit = one(Validity.Unit.class, "validityUnit");
    return amount == null ? null : new Validity(amount, unit == null ? Validity.Unit.DAYS : unit);
  }

  private Awarding awarding() {
    return new Awarding(
        number("claimDays"),
        form.ticked("narrativeRequired"),
        form.ticked("evidenceRequired"),
        form.ticked("requestsOpen"),
        form.ticked("requestNarrativeRequired"),
        form.ticked("requestEvidenceRequired"),
        form.ticked("directAwardsClosed"),
        form.ticked("unvalidatedNames"),
        form.ticked("partners"),
        number("renewalDays"),
        number("places"));
  }

  private Pathway pathway() {
    List<Pathway.Step> steps = new ArrayList<>();
    List<String> keys = form.texts("stepKey");
    for (int i = 0; i < keys.size(); i++) {
      List<UUID> badges =
          form.texts("stepBadge." + keys.get(i)).stream()
              .map(Link::id)
              .filter(java.util.Objects::nonNull)
              .distinct()
              .toList();
      String title = form.text("stepTitle", i);
      if (!badges.isEmpty() || !title.isBlank()) {
        steps.add(new Pathway.Step(title, needed(i, badges.size()), badges));
      }
    }
    return new Pathway(form.ticked("ordered"), steps);
  }

  private int needed(int row, int all) {
    String typed = form.text("stepNeeded", row).strip();
    if (typed.isEmpty() || typed.equals(ALL)) {
      return all;
    }
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException e) {
      faults.add(FieldFault.of("step." + row, "badgeclass.fault.number"));
      return all;
    }
  }

  private @Nullable Integer number(String field) {
    String typed = form.text(field).strip();
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(typed);
    } catch (NumberFormatException e) {
      faults.add(FieldFault.of(field, "badgeclass.fault.number"));
      return null;
    }
  }

  private @Nullable BigDecimal decimal(String field) {
    String typed = form.text(field).strip().replace(',', '.');
    if (typed.isEmpty()) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(typed);
      if (Math.abs(number.scale()) <= 6 && number.precision() <= 12) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as what is a number of an absurd size
    }
    faults.add(FieldFault.of(field, "badgeclass.fault.number"));
    return null;
  }

  /** One entry a line. */
  private List<String> lines(String field) {
    return Arrays.stream(form.text(field).split("[\\r\\n]+")).map(String::strip).toList();
  }

  private <E extends Enum<E>> @Nullable E one(Class<E> kind, String field) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.name().equals(form.text(field)))
        .findFirst()
        .orElse(null);
  }

  private <E extends Enum<E>> Set<E> several(Class<E> kind, String field) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> form.chosen(field, each.name()))
        .collect(Collectors.toSet());
  }
}
