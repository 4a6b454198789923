package org.badgebridge.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what platforms say of people fit our columns. */
final class Fitting {

  private static final Pattern EPPN =
      Pattern.compile("[^\\s\\p{Cntrl}@]{1,250}@[^\\s\\p{Cntrl}@]{1,64}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private static final int LONGEST_IDENTIFIER = 255;

  private Fitting() {}

  static LmsUser.Profile columns(LmsUser.Profile profile) {
    String email = text(profile.email(), Integer.MAX_VALUE);
    String locale = text(profile.locale(), Integer.MAX_VALUE);
    String eppn = eppn(profile.eppn());
    return new LmsUser.Profile(
        text(profile.name(), 500),
        text(profile.givenName(), 250),
        text(profile.familyName(), 250),
        email == null || email.length() > 320 ? null : email,
        locale == null || locale.length() > 20 ? null : locale,
        profile.testUser(),
        eppn,
        identifier(profile.username()),
        eppn == null ? identifier(profile.sourcedId()) : null);
  }

  /** A name of the form {@code local@scope} in lower case; null for anything else. */
  private static @Nullable String eppn(@Nullable String said) {
    return said == null || !EPPN.matcher(said).matches() ? null : said.toLowerCase(Locale.ROOT);
  }

  /** Whole or not at all: a part of it would be somebody else's. */
  private static @Nullable String identifier(@Nullable String said) {
    String clean = text(said, Integer.MAX_VALUE);
    return clean == null || clean.length() > LONGEST_IDENTIFIER ? null : clean;
  }

  /** Without control characters (PostgreSQL takes no NUL), cut; null if nothing is left. */
  private static @Nullable String text(@Nullable String value, int length) {
    if (value == null) {
      return null;
    }
    String clean = CONTROL.matcher(value).replaceAll(" ").strip();
    if (clean.length() > length) {
      int end = Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length;
      clean = clean.substring(0, end);
    }
    return clean.isEmpty() ? null : clean;
  }
}
