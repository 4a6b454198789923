package org.badgebridge.login;

import java.net.URI;
import java.util.Map;
import org.badgebridge.login.OpenIdProvider.ProviderMetadata;
import org.badgebridge.testing.SampleCourse;

/** Somebody who just logged in at the provider of a course's institution. */
public final class SampleLogin {

  public static final String EMAIL = "ada@home.example";

  private static final URI AT = URI.create("https://login.example/x");

  private SampleLogin() {}

  /** Somebody who wants to open their backpack. */
  public static Login enter(SampleCourse course, String subject) {
    OpenIdProvider provider =
        new OpenIdProvider(
            course.institution,
            "University account",
            "https://login.example",
            "us",
            true,
            new ProviderMetadata(AT, AT, AT, false, false),
            1);
    return new Login(
        provider, LoginState.Purpose.ENTER, null, subject, "Ada", EMAIL, Map.of("sub", subject));
  }
}
