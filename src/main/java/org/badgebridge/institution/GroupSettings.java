package org.badgebridge.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set for an issuer group. Texts are stripped, and null where nothing was said.
 *
 * @param onBehalfOf the name of whom it stands for, if for somebody else
 * @param linkedinId of its organisation page on LinkedIn, digits
 */
public record GroupSettings(
    Naming naming,
    @Nullable String onBehalfOf,
    @Nullable String onBehalfOfUrl,
    @Nullable String linkedinId,
    Visibility visibility) {

  private static final Pattern LINKEDIN = Pattern.compile("[0-9]{1,20}");

  /** What is wrong, in the order of the form. */
  public List<FieldFault> faults(Locale language) {
    List<FieldFault> faults = new ArrayList<>();
    naming.check(language, faults);
    new FieldChecks(faults)
        .length("behalf", onBehalfOf, Naming.LONGEST_NAME)
        .url("behalf-url", onBehalfOfUrl)
        .matches("linkedin", linkedinId, LINKEDIN, "institution.fault.linkedin");
    if (onBehalfOf == null && onBehalfOfUrl != null) {
      faults.add(FieldFault.of("behalf", "institution.fault.behalf"));
    }
    return faults;
  }
}
