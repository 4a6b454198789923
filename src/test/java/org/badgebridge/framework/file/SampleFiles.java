package org.badgebridge.framework.file;

import java.nio.charset.StandardCharsets;

/** Files of the shapes that ESCO, CASE servers and OpenSALT write. */
public final class SampleFiles {

  /** Three skills as in ESCO's {@code skills_en.csv}, one of them with a line end in a cell. */
  public static final String ESCO =
      """
      conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,definition,description
      KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab,skill/competence,sector-specific,manage musical staff,"manage staff of music
      coordinate duties of musical staff",,released,2016-12-20T18:54:33Z,,"Assign and manage staff tasks, in scoring."
      KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/00064735-8fad-454b-90c7-ed858cc993f2,skill/competence,occupation-specific,supervise correctional procedures,oversee prison procedures,,released,2016-12-20T18:54:33Z,,Supervise the operations of a correctional facility.
      KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/000709ed-2be5-4193-b056-45a97698d828,knowledge,cross-sector,apply anti-oppressive practices,apply non-oppressive practices,,released,2016-12-20T18:54:33Z,,Identify oppression in societies.
      """;

  /** As {@link #ESCO}, and a fourth row without a name. */
  public static final String ESCO_WITH_A_FAULT =
      ESCO
          + "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0009dfb4,,,,,,,,,No name.\n";

  /** A package as a CASE 1.0 server answers to {@code /CFPackages/…}. */
  public static final String CASE =
      """
      {"CFDocument": {"identifier": "c5fb0812-d7cb-11e8-824f-0242ac160002",
          "uri": "https://case.example.org/uri/c5fb0812", "creator": "Dutch Council",
          "title": "Digital literacy", "language": "en", "adoptionStatus": "Implemented",
          "lastChangeDateTime": "2024-05-01T10:00:00+00:00",
          "CFPackageURI": {"title": "x", "identifier": "y", "uri": "https://case.example.org/p"}},
       "CFItems": [
        {"identifier": "a1b2c3d4-0000-4000-8000-000000000001",
         "uri": "https://case.example.org/uri/a1b2c3d4-0000-4000-8000-000000000001",
         "fullStatement": "The learner can judge where information on the web comes from.",
         "abbreviatedStatement": "Judging sources", "humanCodingScheme": "DL.1.2",
         "CFItemType": "Outcome", "language": "en", "notes": "", "educationLevel": ["09", "10"],
         "CFDocumentURI": {"uri": "https://case.example.org/uri/c5fb0812"}},
        {"identifier": "a1b2c3d4-0000-4000-8000-000000000002",
         "uri": "https://case.example.org/uri/a1b2c3d4-0000-4000-8000-000000000002",
         "fullStatement": "The learner protects their data.", "humanCodingScheme": "DL.1.3"},
        {"identifier": "a1b2c3d4-0000-4000-8000-000000000003", "fullStatement": "No address."}],
       "CFAssociations": [{"identifier": "z", "associationType": "isChildOf"}],
       "CFDefinitions": {"CFItemTypes": []}}
      """;

  private SampleFiles() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a text. */
  public static ReadFile read(String text) {
    return FrameworkFiles.read(bytes(text), "my_skills.csv");
  }

  /** A plain table with so many good rows. */
  public static String table(int rows, String word) {
    StringBuilder table = new StringBuilder("name,url,code,description\n");
    for (int i = 1; i <= rows; i++) {
      table.append(word).append(' ').append(i).append(",https://example.org/").append(i);
      table.append(",C").append(i).append(",About ").append(i).append('\n');
    }
    return table.toString();
  }
}
