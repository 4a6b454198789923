package org.badgebridge.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set for an institution. Texts are stripped, and null where nothing was said.
 *
 * @param language of what nobody asked for in another
 * @param accent as {@code #rrggbb}; pages bend it until it can be read
 */
public record InstitutionSettings(
    Naming naming,
    Locale language,
    String accent,
    Contact contact,
    Identifiers identifiers,
    Switches switches) {

  private static final Pattern ACCENT = Pattern.compile("#[0-9a-f]{6}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
  private static final Pattern BRIN = Pattern.compile("[0-9]{2}[A-Z]{2}[0-9]{0,2}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LINKEDIN = Pattern.compile("[0-9]{1,20}");

  /** Where questions go. */
  public record Contact(@Nullable String email, @Nullable String url) {}

  /**
   * How others know the institution.
   *
   * @param eppnPattern see {@link EppnPattern}
   * @param schacHome its domain in the identity federation ({@code schacHomeOrganization})
   * @param schacHomeOther another domain that counts as it
   * @param brin its number in the Dutch register of schools, e.g. {@code 21PB}
   * @param country ISO 3166-1 alpha-2
   * @param gradingTableUrl where its grades are explained
   * @param linkedinId of its organisation page on LinkedIn, digits
   */
  public record Identifiers(
      InstitutionKind kind,
      @Nullable String brin,
      @Nullable String country,
      @Nullable String schacHome,
      @Nullable String schacHomeOther,
      @Nullable String eppnPattern,
      @Nullable String gradingTableUrl,
      @Nullable String linkedinId) {}

  /**
   * What it does.
   *
   * @param formal it gives badges for regular education
   * @param informal it gives badges for everything beside
   * @param microCredentials it gives micro-credentials
   * @param listed its public badges are in the catalogue
   */
  public record Switches(
      boolean formal,
      boolean informal,
      boolean microCredentials,
      boolean listed,
      Lecturers lecturers) {}

  /** What is wrong, in the order of the form. */
  public List<FieldFault> faults() {
    List<FieldFault> faults = new ArrayList<>();
    if (!Translated.LANGUAGES.contains(language.toLanguageTag())) {
      faults.add(FieldFault.of("language", "institution.fault.language"));
    }
    naming.check(language, faults);
    FieldChecks checks = new FieldChecks(faults);
    checks
        .matches("accent", accent, ACCENT, "institution.fault.accent")
        .email("email", contact.email())
        .url("url", contact.url())
        .matches("brin", identifiers.brin(), BRIN, "institution.fault.brin")
        .matches("country", identifiers.country(), COUNTRY, "institution.fault.country")
        .matches("schac", identifiers.schacHome(), DOMAIN, "institution.fault.domain")
        .matches("schac-other", identifiers.schacHomeOther(), DOMAIN, "institution.fault.domain")
        .length("schac", identifiers.schacHome(), 255)
        .length("schac-other", identifiers.schacHomeOther(), 255);
    String eppn = identifiers.eppnPattern();
    String slow = eppn == null ? null : EppnPattern.fault(eppn);
    if (slow != null) {
      faults.add(FieldFault.of("eppn", slow));
    }
    checks
        .url("grading", identifiers.gradingTableUrl())
        .matches("linkedin", identifiers.linkedinId(), LINKEDIN, "institution.fault.linkedin");
    return faults;
  }
}
