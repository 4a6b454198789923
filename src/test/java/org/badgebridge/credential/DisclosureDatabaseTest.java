package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.credential.disclosure.Part.EVIDENCE;
import static org.badgebridge.credential.disclosure.Part.GRADE;
import static org.badgebridge.credential.disclosure.Part.NARRATIVE;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  /**
   * What the badge says about its owner: name, initials, words, evidence, its text, result, grade.
   */
  private static final List<String> SAID =
      List.of("Zoë Čapek", "Z. Č.", "two", "of=zo", "Both on one page", "85 %", "cum laude");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pageAndBlockAndHostedBadgeSayWhatWasChosenAndNothingElse(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential issued = issue(database);

      says(database, issued, Disclosure.USUAL, 0, 2, 3, 4, 5, 6);
      says(
          database,
          issued,
          new Disclosure(NameShown.INITIALS, Set.of(NARRATIVE, EVIDENCE, GRADE)),
          1,
          2,
          3,
          4,
          5,
          6);
      says(
          database,
          issued,
          new Disclosure(NameShown.FULL, Set.of(NARRATIVE, EVIDENCE)),
          0,
          2,
          3,
          4);
      says(database, issued, new Disclosure(NameShown.FULL, Set.of(NARRATIVE, GRADE)), 0, 2, 5, 6);
      says(
          database, issued, new Disclosure(NameShown.FULL, Set.of(EVIDENCE, GRADE)), 0, 3, 4, 5, 6);
      says(database, issued, Disclosure.NOTHING);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyAWholeBadgeIsGivenOutAsSigned(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential issued = issue(database);
      for (Disclosure part :
          List.of(
              new Disclosure(NameShown.FULL, Set.of(NARRATIVE, EVIDENCE)),
              new Disclosure(NameShown.FULL, Set.of(NARRATIVE, GRADE)),
              new Disclosure(NameShown.FULL, Set.of(EVIDENCE, GRADE)))) {
        assertThat(seen(database, issued, part).whole()).as(part.toString()).isFalse();
        assertThat(page(database, issued, part))
            .contains("cannot be cut")
            .doesNotContain(".jwt", ".json\"", "application/json\"", ".pdf");
      }
      // the name is no part of the document
      Disclosure nameless = new Disclosure(NameShown.NONE, Set.of(NARRATIVE, EVIDENCE, GRADE));
      assertThat(seen(database, issued, nameless).whole()).isTrue();
      assertThat(page(database, issued, nameless)).contains(".jwt", ".json", ".pdf");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theChoiceIsKeptWithTheBadge(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential issued = issue(database);
      Disclosure chosen = new Disclosure(NameShown.INITIALS, Set.of(EVIDENCE));
      database.transaction(em -> new Credentials(em).inPublic(issued.id()).show(chosen));
      Disclosure kept =
          database.compute(em -> new Credentials(em).inPublic(issued.id()).disclosure());
      assertThat(kept).isEqualTo(chosen);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNoteIsShownOnlyIfThatWasChosen(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential issued = issue(database);
      database.transaction(em -> at(em, issued).noted("I should write shorter."));

      assertThat(page(database, issued, Disclosure.USUAL)).doesNotContain("shorter");
      Disclosure noted = new Disclosure(NameShown.NONE, Set.of(Part.NOTE));
      assertThat(page(database, issued, noted)).contains("I should write shorter.");
    }
  }

  /** Whether page, block and hosted badge say just these of {@link #SAID}. */
  private static void says(
      OpenDatabase database, Credential issued, Disclosure shown, Integer... which) {
    List<Integer> expected = List.of(which);
    String page = page(database, issued, shown);
    String embed = database.compute(em -> desk(database, em).view().embed(at(em, issued), "en"));
    String hosted =
        database.compute(em -> desk(database, em).hosted.assertion(at(em, issued)).toString());
    for (int i = 0; i < SAID.size(); i++) {
      String said = SAID.get(i);
      assertThat(page.contains(said))
          .as("%s on the page: %s", said, shown)
          .isEqualTo(expected.contains(i));
      boolean name = i < 2;
      assertThat(embed.contains(said))
          .as("%s in the block: %s", said, shown)
          .isEqualTo(name && expected.contains(i));
      boolean hosts = i >= 2 && i < 5;
      assertThat(hosted.contains(said))
          .as("%s in Open Badges 2.0: %s", said, shown)
          .isEqualTo(hosts && expected.contains(i));
    }
  }

  private static String page(OpenDatabase database, Credential issued, Disclosure shown) {
    database.transaction(em -> at(em, issued).show(shown));
    return database.compute(em -> desk(database, em).view().badge(at(em, issued), "en"));
  }

  private static SeenBadge seen(OpenDatabase database, Credential issued, Disclosure shown) {
    return database.compute(em -> desk(database, em).seen.of(at(em, issued), shown));
  }

  private static Credential at(EntityManager em, Credential issued) {
    return new Credentials(em).inPublic(issued.id());
  }

  private static CredentialDesk desk(OpenDatabase database, EntityManager em) {
    return new CredentialDesk(database, em, CLOCK);
  }

  private static Credential issue(OpenDatabase database) {
    SampleCourse course = new SampleCourse(database);
    SampleAward award =
        new SampleAward(database, course, course.badgeClass()).says(database, "cum laude");
    return database.compute(
        em -> {
          CredentialDesk desk = desk(database, em);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          Credential credential = desk.issue.issue(award.id);
          credential.publish(CLOCK.instant());
          return credential;
        });
  }
}
