package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.badgebridge.external.PublicOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformConfigurationTest {

  private static final URI FROM = URI.create("https://lms.example.org/openid-configuration");
  private static final String GOOD =
      """
      {"issuer": "https://lms.example.org",
       "authorization_endpoint": "https://lms.example.org/auth",
       "token_endpoint": "https://lms.example.org/token",
       "jwks_uri": "https://lms.example.org/jwks",
       "registration_endpoint": "https://lms.example.org/register",
       "https://purl.imsglobal.org/spec/lti-platform-configuration":
         {"product_family_code": "moodle", "version": "4.5"}}
      """;

  private final RegistrationCheck check =
      new RegistrationCheck(new PublicOrigin("https://badges.example.org"));

  @Test
  void readsWhatAPlatformSaysOfItself() {
    PlatformConfiguration found = PlatformConfiguration.parse(GOOD, FROM, check);

    assertThat(found.issuer()).isEqualTo("https://lms.example.org");
    assertThat(Product.ofFamily(found.productFamily())).isEqualTo(Product.MOODLE);
    assertThat(found.audience()).isEmpty();
  }

  @Test
  void takesTheSharedIssuerOfAVendor() {
    String canvas =
        GOOD.replace("\"https://lms.example.org\"", "\"https://canvas.instructure.com\"")
            .replace("https://lms.example.org/register", "https://school.instructure.com/register");

    assertThat(
            PlatformConfiguration.parse(
                    canvas, URI.create("https://school.instructure.com/api/lti/config"), check)
                .issuer())
        .isEqualTo("https://canvas.instructure.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"issuer\": \"https://lms.example.org\"|\"issuer\": \"https://bank.example.org\"",
        "\"issuer\": \"https://lms.example.org\"|\"issuer\": \"http://lms.example.org\"",
        "\"issuer\": \"https://lms.example.org\"|\"issuer\": 7",
        "https://lms.example.org/register|https://evil.example.org/register",
        "https://lms.example.org/token|http://lms.example.org/token",
        "https://lms.example.org/jwks|file:///etc/passwd",
        "https://lms.example.org/auth|javascript:alert(1)",
        "authorization_endpoint|something_else"
      })
  void refusesWhatCannotBeItsOwn(String from, String to) {
    assertThatThrownBy(() -> PlatformConfiguration.parse(GOOD.replace(from, to), FROM, check))
        .isInstanceOf(RegistrationFailed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>sign in</html>", "[]", "null", "{}", "{\"issuer\": {}}"})
  void refusesWhatIsNoConfiguration(String content) {
    assertThatThrownBy(() -> PlatformConfiguration.parse(content, FROM, check))
        .isInstanceOf(RegistrationFailed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain words|plain words",
        "{\"error\":\"invalid_client_metadata\",\"error_description\":\"no domain\"}|invalid_client_metadata; no domain",
        "{\"errors\":[{\"message\":\"redirect_uris is missing\"}]}|redirect_uris is missing",
        "<html><style>b{}</style><h1>No</h1><script>x()</script></html>|No"
      })
  void findsTheWordsInARefusal(String body, String words) {
    assertThat(RefusalText.of(body)).isEqualTo(words);
  }
}
