package org.badgebridge.award;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.identity.Addressees.KnownBy;
import org.badgebridge.institution.EppnPattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants to award, as it was typed, listed or sent: an LMS user, else somebody by
 * eppn, else by e-mail address and name. Not checked yet: {@link #fault}.
 *
 * @param eppn lower case; blank counts as not said
 * @param email likewise; with an eppn only where to write
 */
public record Recipient(
    @Nullable UUID lmsUserId,
    @Nullable String eppn,
    @Nullable String email,
    @Nullable String name) {

  private static final int LONGEST_NAME = 250;
  private static final int SHOWN = 80;
  private static final Pattern EPPN = Pattern.compile("[^\\s@]{1,250}@[^\\s@]{1,64}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>()\"]{1,64}@[^\\s@,;<>()\"]{1,250}\\.[^\\s@,;<>()\".]{2,63}");

  /** Cleans the texts. */
  public Recipient(
      @Nullable UUID lmsUserId,
      @Nullable String eppn,
      @Nullable String email,
      @Nullable String name) {
    this.lmsUserId = lmsUserId;
    this.eppn = lower(eppn);
    this.email = lower(email);
    String shown = PlainText.optionalLine(name);
    this.name = shown.isEmpty() ? null : cut(shown, LONGEST_NAME);
  }

  private static @Nullable String lower(@Nullable String text) {
    String clean = PlainText.optionalLine(text).toLowerCase(Locale.ROOT);
    return clean.isEmpty() ? null : clean;
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  /** By what they are known; null for an LMS user and for nobody. */
  public @Nullable KnownBy by() {
    if (lmsUserId != null) {
      return null;
    }
    return eppn != null ? KnownBy.EPPN : email != null ? KnownBy.EMAIL : null;
  }

  /** The eppn or the address by which they are known; null together with {@link #by}. */
  public @Nullable String as() {
    KnownBy by = by();
    return by == null ? null : by == KnownBy.EPPN ? eppn : email;
  }

  /**
   * Why it says nobody, by field.
   *
   * @param pattern of the institution's eppns; null if any is one
   */
  public Optional<FieldFault> fault(@Nullable EppnPattern pattern) {
    if (lmsUserId != null) {
      return eppn == null && email == null
          ? Optional.empty()
          : Optional.of(FieldFault.of("lmsUser", "award.row.two-ways"));
    }
    return Optional.ofNullable(named(pattern));
  }

  private @Nullable FieldFault named(@Nullable EppnPattern pattern) {
    if (eppn == null && email == null) {
      return FieldFault.of("eppn", "award.row.nobody");
    }
    if (eppn != null && !EPPN.matcher(eppn).matches()) {
      return FieldFault.of("eppn", "award.row.eppn", cut(eppn, SHOWN));
    }
    if (eppn != null && pattern != null && !pattern.matches(eppn)) {
      return FieldFault.of("eppn", "award.row.eppn-elsewhere", cut(eppn, SHOWN));
    }
    if (email != null && !EMAIL.matcher(email).matches()) {
      return FieldFault.of("email", "award.row.email", cut(email, SHOWN));
    }
    if (eppn == null && name == null) {
      return FieldFault.of("name", "award.row.name");
    }
    return null;
  }
}
