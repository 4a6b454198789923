package org.badgebridge.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set for an issuer. Texts are stripped, and null where nothing was said.
 *
 * @param groupId the issuer group it belongs to, or null for none
 */
public record IssuerSettings(
    Naming naming, @Nullable UUID groupId, @Nullable String url, @Nullable String email) {

  /** What is wrong, in the order of the form. */
  public List<FieldFault> faults(Locale language) {
    List<FieldFault> faults = new ArrayList<>();
    naming.check(language, faults);
    new FieldChecks(faults).url("url", url).email("email", email);
    return faults;
  }
}
