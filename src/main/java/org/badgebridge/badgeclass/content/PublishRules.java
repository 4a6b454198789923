package org.badgebridge.badgeclass.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.problem.FieldFault;

/**
 * What a badge class must say before it can be published, by its recognition, its type and its
 * institution. The ranges are those of the Dutch higher and vocational education that edubadges
 * serves; here the server holds them, for forms, files and programs alike.
 */
public final class PublishRules {

  private static final BigDecimal LEAST_MICRO_ECTS = new BigDecimal("3");
  private static final BigDecimal LEAST_UNIVERSITY_ECTS = BigDecimal.ONE;
  private static final BigDecimal MOST_MICRO_ECTS = new BigDecimal("30");
  private static final int LEAST_MICRO_HOURS = 84;
  private static final int LEAST_UNIVERSITY_HOURS = 28;
  private static final int MOST_MICRO_HOURS = 840;
  private static final int VOCATIONAL_STEP = 80;

  private final BadgeContent content;
  private final House house;
  private final List<FieldFault> faults = new ArrayList<>();

  private PublishRules(BadgeContent content, House house) {
    this.content = content;
    this.house = house;
  }

  /** What a type of badge asks for beyond its recognition. */
  public enum Asks {
    /** Nothing more. */
    NOTHING,
    /** That something was shown, and how it is assessed. */
    ASSESSMENT,
    /** The badges it is earned by. */
    BADGES
  }

  /** Everything that is missing, in the order of the form; empty when it can be published. */
  public static List<FieldFault> faults(BadgeContent content, House house, Asks asks) {
    PublishRules rules = new PublishRules(content, house);
    rules.always();
    switch (content.recognition()) {
      case MICRO_CREDENTIAL -> rules.micro();
      case REGULAR -> rules.regular();
      case EXTRA_CURRICULAR -> {}
    }
    rules.load();
    if (asks == Asks.ASSESSMENT && content.assessing().kinds().isEmpty()) {
      rules.fault("assessment", "badgeclass.fault.assessment-missing");
    }
    if (asks == Asks.BADGES && content.pathway() == null) {
      rules.fault("pathway", "badgeclass.fault.pathway-missing");
    }
    return List.copyOf(rules.faults);
  }

  private void always() {
    need("description", !content.wording().description().isEmpty(), "description-missing");
    need("criteria", !content.wording().criteria().isEmpty(), "criteria-missing");
    need(
        "recognition",
        house.recognitions().contains(content.recognition()),
        "recognition-not-allowed");
  }

  private void regular() {
    Study study = content.study();
    need("outcomes", !study.learningOutcomes().isEmpty(), "outcomes-missing");
    need("eqf", study.eqfLevel() != null, "eqf-missing");
    need("programmes", !study.programmes().isEmpty(), "programmes-missing");
  }

  private void micro() {
    Study study = content.study();
    need("outcomes", !study.learningOutcomes().isEmpty(), "outcomes-missing");
    need("eqf", study.eqfLevel() != null, "eqf-missing");
    need("participation", !study.participation().isEmpty(), "participation-missing");
    need("assessment", !content.assessing().kinds().isEmpty(), "assessment-missing");
    need("qualityName", !content.quality().name().isEmpty(), "quality-missing");
    need("qualityUrl", !content.quality().url().isEmpty(), "quality-missing");
    need("qualityDescription", !content.quality().description().isEmpty(), "quality-missing");
  }

  private void load() {
    Study study = content.study();
    boolean micro = content.recognition() == Recognition.MICRO_CREDENTIAL;
    if (house.vocational()) {
      if (content.recognition() != Recognition.EXTRA_CURRICULAR) {
        need("studyLoad", study.studyLoad() != null, "study-load-missing");
      }
      if (micro && study.studyLoad() != null) {
        need(
            "studyLoad",
            study.studyLoad() >= VOCATIONAL_STEP && study.studyLoad() % VOCATIONAL_STEP == 0,
            "study-load-steps",
            VOCATIONAL_STEP);
      }
    } else if (micro) {
      size(study);
    }
  }

  private void size(Study study) {
    need("ects", study.ects() != null || study.timeInvestment() != null, "size-missing");
    BigDecimal least = house.university() ? LEAST_UNIVERSITY_ECTS : LEAST_MICRO_ECTS;
    if (study.ects() != null) {
      need(
          "ects",
          study.ects().compareTo(least) >= 0 && study.ects().compareTo(MOST_MICRO_ECTS) <= 0,
          "between",
          least,
          MOST_MICRO_ECTS);
    }
    int hours = house.university() ? LEAST_UNIVERSITY_HOURS : LEAST_MICRO_HOURS;
    if (study.timeInvestment() != null) {
      need(
          "timeInvestment",
          study.timeInvestment() >= hours && study.timeInvestment() <= MOST_MICRO_HOURS,
          "between",
          hours,
          MOST_MICRO_HOURS);
    }
  }

  private void need(String field, boolean met, String fault, Object... arguments) {
    if (!met) {
      fault(field, "badgeclass.fault." + fault, arguments);
    }
  }

  private void fault(String field, String key, Object... arguments) {
    faults.add(FieldFault.of(field, key, arguments));
  }
}
