package org.badgebridge.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Activity;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * The {@code gradebook} source in a real browser: a grade in the campus's gradebook gives the badge
 * from 60 % on, be it typed into the badge's own column or taken over from a quiz by a formula.
 */
@ArquillianTest
@RunAsClient
class GradebookBrowserIT extends InChromium {

  @Test
  void givesByAGradeFromElsewhereInMoodle() {
    givesByTheFormulaOf(Personality.MOODLE);
  }

  @Test
  void givesByAGradeFromElsewhereInBrightspace() {
    givesByTheFormulaOf(Personality.BRIGHTSPACE);
  }

  @Test
  void givesByAGradeFromElsewhereInBlackboard() {
    givesByTheFormulaOf(Personality.BLACKBOARD);
  }

  @Test
  void givesByTheColumnThatCanvasCouplesToTheBadge() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.CANVAS));
    String title = "Graded badge";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada);
        var grace = new LearnerBrowser(chromium, lms, lms.grace)) {
      lecturer.addBadge(title, LecturerBrowser.Evidence.OWN_GRADE);
      lecturer.grade(title, lms.ada, "60");
      lecturer.grade(title, lms.grace, "45");
      FrameLocator page = lecturer.switchOn(lecturer.open(title));
      assertThat(LecturerBrowser.listed(page, "Have it", lms.ada)).hasCount(1);
      lecturer.browser.picture("lecturer-graded");

      FrameLocator card = ada.claim(title);
      assertThat(card.getByText("60 % seen")).isVisible();
      card = grace.open(title);
      assertThat(CampusBrowser.text(card, "Not yet yours")).isVisible(SOON);
      assertThat(card.getByText("45 % seen")).isVisible();
      assertThat(CampusBrowser.button(card, "Claim")).hasCount(0);
      grace.browser.picture("learner-below");
    }
  }

  @Test
  void givesByTheColumnThatMoodleCouplesToTheBadgeOnceTheGradeIsRaised() {
    SampleLms lms = new SampleLms(Campuses.of(Personality.MOODLE));
    String title = "Badge for a raised grade";
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada)) {
      lecturer.addBadge(title, LecturerBrowser.Evidence.OWN_GRADE);
      lecturer.grade(title, lms.ada, "59.9");
      FrameLocator page = lecturer.switchOn(lecturer.open(title));
      assertThat(LecturerBrowser.listed(page, "Not yet", lms.ada)).hasCount(1);
      FrameLocator card = ada.open(title);
      assertThat(CampusBrowser.text(card, "Not yet yours")).isVisible(SOON);
      assertThat(card.getByText("59.9 % seen")).isVisible();

      lecturer.grade(title, lms.ada, "61");
      page = lecturer.lookNow(title);
      assertThat(LecturerBrowser.listed(page, "Have it", lms.ada)).hasCount(1);
      card = ada.claim(title);
      assertThat(card.getByText("61 % seen")).isVisible();
      assertThat(card.getByText("gradebook").first()).isVisible();
    }
  }

  private static void givesByTheFormulaOf(Personality personality) {
    SampleLms lms = new SampleLms(Campuses.of(personality));
    Activity quiz = lms.quiz();
    String title = "Quiz badge of " + personality.title();
    try (var lecturer = new LecturerBrowser(chromium, lms);
        var ada = new LearnerBrowser(chromium, lms, lms.ada);
        var grace = new LearnerBrowser(chromium, lms, lms.grace)) {
      lecturer.addBadge(title, LecturerBrowser.Evidence.COLUMN_GRADE);
      lecturer.formula(title + ": the grade that counts", quiz.title());
      ada.answer(quiz, 0, 1, 2, 2);
      grace.answer(quiz, 0, 1, 0, 0);
      FrameLocator page = lecturer.switchOn(lecturer.open(title));
      assertThat(LecturerBrowser.listed(page, "Have it", lms.ada)).hasCount(1);
      assertThat(LecturerBrowser.listed(page, "Not yet", lms.grace)).hasCount(1);
      lecturer.browser.picture("lecturer-formula-" + personality.product());

      FrameLocator card = ada.claim(title);
      assertThat(card.getByText("75 % seen")).isVisible();
      ada.browser.picture("learner-formula-" + personality.product());
      card = grace.open(title);
      assertThat(CampusBrowser.text(card, "Not yet yours")).isVisible(SOON);
      assertThat(card.getByText("50 % seen")).isVisible();
    }
  }
}
