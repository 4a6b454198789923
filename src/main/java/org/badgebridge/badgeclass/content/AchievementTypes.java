package org.badgebridge.badgeclass.content;

import java.util.List;
import java.util.regex.Pattern;

/** The {@code achievementType} vocabulary of Open Badges 3.0 (§B.7.2). */
public final class AchievementTypes {

  /** Its terms; an institution's own begin with {@code ext:}. */
  public static final List<String> TERMS =
      List.of(
          "Achievement",
          "ApprenticeshipCertificate",
          "Assessment",
          "Assignment",
          "AssociateDegree",
          "Award",
          "Badge",
          "BachelorDegree",
          "Certificate",
          "CertificateOfCompletion",
          "Certification",
          "CoCurricular",
          "CommunityService",
          "Competency",
          "Course",
          "Degree",
          "Diploma",
          "DoctoralDegree",
          "Fieldwork",
          "GeneralEducationDevelopment",
          "JourneymanCertificate",
          "LearningProgram",
          "License",
          "MasterCertificate",
          "MasterDegree",
          "Membership",
          "MicroCredential",
          "ProfessionalDoctorate",
          "QualityAssuranceCredential",
          "ResearchDoctorate",
          "SecondarySchoolDiploma");

  private static final Pattern OWN = Pattern.compile("ext:[A-Za-z0-9.\\-_]{1,60}");

  private AchievementTypes() {}

  /** Whether the vocabulary allows it. */
  public static boolean allows(String term) {
    return TERMS.contains(term) || OWN.matcher(term).matches();
  }
}
