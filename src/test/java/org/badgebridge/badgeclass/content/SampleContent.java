package org.badgebridge.badgeclass.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Contents that tests begin with. */
public final class SampleContent {

  private SampleContent() {}

  /** The least that can be published. */
  public static BadgeContent plain(String name) {
    return BadgeContent.of(
        new Wording(name, "Takes part.", "Come and *do* it."), "en", "achievement", "community");
  }

  /** Everything that can be said. */
  public static BadgeContent full() {
    return new BadgeContent(
        new Wording("Data Literacy", "Reads data with care.", "Pass the test."),
        "en",
        Map.of("nl", new Wording("Datageletterdheid", "Leest data met zorg.", "Haal de toets.")),
        "competency",
        "employability",
        null,
        Recognition.MICRO_CREDENTIAL,
        "MicroCredential",
        List.of("Data analysis", "Critical thinking, in groups"),
        List.of("statistics"),
        List.of(
            new Alignment(
                "manage data",
                "http://data.europa.eu/esco/skill/1",
                "Administer all types of data.",
                "ESCO",
                "S1.2",
                "ext:ESCOAlignment")),
        new Study(
            new BigDecimal("3.50"),
            null,
            98,
            6,
            true,
            "- reads *tables*",
            List.of("56789"),
            "Statistics",
            "Surveys",
            "STAT-101",
            Set.of(Participation.ONLINE, Participation.ON_SITE),
            true),
        new Assessing(
            Set.of(AssessmentKind.TEST),
            true,
            true,
            true,
            new GradeScale("Final grade", "RawScore", "1", "10", "5.5", List.of())),
        new Quality("NVAO", "https://www.nvao.net", "Accredits."),
        new Validity(2, Validity.Unit.YEARS),
        new Purpose("Before the thesis.", "Employers ask for it."),
        new Awarding(30, true, true, true, true, true, false, true, true, 330, 500),
        null);
  }

  /** A path of two steps. */
  public static BadgeContent path(String name, UUID first, UUID second, UUID third) {
    return BadgeContent.of(
            new Wording(name, "Walks it.", "Walk it."), "en", "pathway", "global-leadership")
        .along(
            new Pathway(
                true,
                List.of(
                    new Pathway.Step("Begin", 1, List.of(first)),
                    new Pathway.Step("Choose", 1, List.of(second, third)))));
  }
}
