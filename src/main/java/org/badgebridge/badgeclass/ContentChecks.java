package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.ContentFaults;
import org.badgebridge.badgeclass.content.ContentJson;
import org.badgebridge.badgeclass.content.House;
import org.badgebridge.badgeclass.content.PublishRules;
import org.badgebridge.badgeclass.content.Recognition;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.InstitutionKind;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/** Whether an institution can keep, or publish, a content; the same for forms and programs. */
@ApplicationScoped
public class ContentChecks {

  /** Most characters that one content may have as JSON. */
  static final int LARGEST = 300_000;

  private final BadgeClasses badgeClasses;
  private final VisualGrammars grammars;
  private final Institutions institutions;
  private final Artworks artworks;
  private final PathChecks paths;

  @Inject
  ContentChecks(
      BadgeClasses badgeClasses,
      VisualGrammars grammars,
      Institutions institutions,
      Artworks artworks,
      PathChecks paths) {
    this.badgeClasses = badgeClasses;
    this.grammars = grammars;
    this.institutions = institutions;
    this.artworks = artworks;
    this.paths = paths;
  }

  /**
   * Refuses a content with faults.
   *
   * @param known the badge class that it is of; null while it is being made
   * @param publishing whether it must say all that a published one says
   * @param before what could not even be read
   * @throws InvalidFields with every fault
   */
  void check(
      BadgeContent content,
      @Nullable BadgeClass known,
      UUID institutionId,
      boolean publishing,
      List<FieldFault> before) {
    if (content.pathway() != null) {
      badgeClasses.lockPaths(institutionId); // two at once could close a circle together
    }
    List<FieldFault> faults = new ArrayList<>(before);
    faults.addAll(faults(content, known, institutionId, publishing));
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  /** Every fault; empty when it can be kept, or published. */
  List<FieldFault> faults(
      BadgeContent content, @Nullable BadgeClass known, UUID institutionId, boolean publishing) {
    List<FieldFault> faults = new ArrayList<>(ContentFaults.of(content));
    faults.addAll(grammar(content, known, institutionId));
    if (ContentJson.write(content).length() > LARGEST) {
      faults.add(FieldFault.of("criteria", "badgeclass.fault.too-large"));
    }
    if (publishing) {
      faults.addAll(PublishRules.faults(content, house(institutionId), asks(content.type())));
    }
    if (content.pathway() != null) {
      faults.addAll(
          paths.faults(known == null ? null : known.id(), institutionId, content.pathway()));
    }
    return faults;
  }

  private List<FieldFault> grammar(
      BadgeContent content, @Nullable BadgeClass known, UUID institutionId) {
    VisualGrammar all = grammars.of(institutionId);
    VisualGrammar grammar = known == null ? all : all.keeping(known.typeSlug(), known.themeSlug());
    List<FieldFault> faults = new ArrayList<>();
    if (!grammar.offersType(content.type())) {
      faults.add(FieldFault.of("type", "badgeclass.fault.type"));
    }
    if (!grammar.offersTheme(content.theme())) {
      faults.add(FieldFault.of("theme", "badgeclass.fault.theme"));
    }
    if (content.artwork() != null && !artworks.belongs(content.artwork(), institutionId)) {
      faults.add(FieldFault.of("artwork", "badgeclass.fault.artwork"));
    }
    return faults;
  }

  private House house(UUID institutionId) {
    return institutions.find(institutionId).map(ContentChecks::house).orElse(House.ANY);
  }

  private static House house(Institution institution) {
    Set<Recognition> may = EnumSet.noneOf(Recognition.class);
    if (institution.switches().informal()) {
      may.add(Recognition.EXTRA_CURRICULAR);
    }
    if (institution.switches().formal()) {
      may.add(Recognition.REGULAR);
    }
    if (institution.switches().microCredentials()) {
      may.add(Recognition.MICRO_CREDENTIAL);
    }
    InstitutionKind kind = institution.identifiers().kind();
    return new House(may, kind == InstitutionKind.MBO, kind == InstitutionKind.WO);
  }

  /** The built-in types ask for what they mean; an institution's own ask for nothing more. */
  static PublishRules.Asks asks(String type) {
    return switch (type) {
      case "competency" -> PublishRules.Asks.ASSESSMENT;
      case "pathway" -> PublishRules.Asks.BADGES;
      default -> PublishRules.Asks.NOTHING;
    };
  }
}
