package org.badgebridge.institution;

import java.util.List;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.WebAddress;
import org.jspecify.annotations.Nullable;

/** Checks single fields; what is empty is never at fault. */
final class FieldChecks {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
  private static final int LONGEST_URL = 1000;

  private final List<FieldFault> faults;

  FieldChecks(List<FieldFault> faults) {
    this.faults = faults;
  }

  FieldChecks email(String field, @Nullable String value) {
    return matches(field, value, EMAIL, "institution.fault.email");
  }

  FieldChecks url(String field, @Nullable String value) {
    if (value != null && !WebAddress.fits(value, LONGEST_URL)) {
      faults.add(FieldFault.of(field, "institution.fault.url"));
    }
    return this;
  }

  FieldChecks matches(String field, @Nullable String value, Pattern pattern, String key) {
    if (value != null && !pattern.matcher(value).matches()) {
      faults.add(FieldFault.of(field, key));
    }
    return this;
  }

  FieldChecks length(String field, @Nullable String value, int longest) {
    if (value != null && value.length() > longest) {
      faults.add(FieldFault.of(field, "institution.fault.too-long", longest));
    }
    return this;
  }
}
