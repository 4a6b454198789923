package org.badgebridge.award.batch.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.badgebridge.web.SearchWords;

/** What a column of the table holds; the headings are told by their letters alone. */
public enum Column {
  /** The name in the institution's identity federation. */
  EPPN("eppn edupersonprincipalname federationid instellingsid"),
  EMAIL("email mail emailaddress emailadres"),
  NAME("name fullname naam volledigenaam"),
  FIRST_NAME("firstname givenname voornaam"),
  LAST_NAME("surname lastname familyname achternaam"),
  NARRATIVE("narrative story toelichting verhaal"),
  EVIDENCE_URL("evidence evidenceurl bewijs bewijsurl bewijslink"),
  EVIDENCE_NAME("evidencename bewijsnaam"),
  EVIDENCE_DESCRIPTION("evidencedescription bewijsomschrijving"),
  GRADE("grade result cijfer resultaat"),
  /** What the LMS or one of its systems calls the learner; only tables of one course use it. */
  USERNAME(
      "username user userid login gebruikersnaam gebruiker studentid studentnummer studentnumber"
          + " idnumber idnummer"),
  /** What a task came to, in a word. */
  OUTCOME("outcome status completed uitkomst voltooid"),
  SCORE("score points punten"),
  /** The most that {@link #SCORE} or {@link #GRADE} can be. */
  MAXIMUM("maximum max outof maximaal");

  /** Parted by spaces. */
  private final String headings;

  Column(String headings) {
    this.headings = headings;
  }

  /** The column under a heading; nothing for headings that we do not know. */
  static Optional<Column> of(String heading) {
    String letters = SearchWords.folded(heading).replaceAll("[^a-z]", "");
    return Arrays.stream(values())
        .filter(each -> List.of(each.headings.split(" ")).contains(letters))
        .findFirst();
  }
}
