package org.badgebridge.backpack.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostMetadataTest {

  @Test
  void keepsWhatItKnowsAndTellsItBack() {
    ObjectNode says = SampleHost.says().put("favourite_colour", "green");
    HostMetadata.Checked checked = HostMetadata.read(says.toString(), false);
    assertThat(checked.site()).isEqualTo("host.example.org");
    assertThat(checked.metadata().toJSONObject())
        .containsEntry("client_name", "My badges")
        .containsEntry("scope", SampleHost.ALL)
        .containsEntry("token_endpoint_auth_method", "client_secret_basic")
        .doesNotContainKey("favourite_colour");
  }

  @Test
  void leavesOutScopesThatItDoesNotOffer() {
    String upsert = "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert";
    ObjectNode says = SampleHost.says().put("scope", HostScope.CREDENTIALS.wire() + " " + upsert);
    assertThat(HostMetadata.read(says.toString(), false).metadata().getScope().toString())
        .isEqualTo(HostScope.CREDENTIALS.wire());
    assertRefused(SampleHost.says().put("scope", upsert), "invalid_client_metadata", "scope");
  }

  @Test
  void givesNoRefreshTokensToWhoDoesNotWantThem() {
    ObjectNode says = SampleHost.says();
    says.putArray("grant_types").add("authorization_code");
    assertThat(HostMetadata.read(says.toString(), false).metadata().getScope().toString())
        .doesNotContain("offline_access");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_name",
        "client_uri",
        "logo_uri",
        "tos_uri",
        "policy_uri",
        "software_id",
        "software_version",
        "redirect_uris",
        "scope"
      })
  void refusesAHostThatLeavesOutWhatIsRequired(String member) {
    ObjectNode says = SampleHost.says();
    says.remove(member);
    assertThatThrownBy(() -> HostMetadata.read(says.toString(), false))
        .isInstanceOf(HostRefused.class)
        .hasMessageContaining(member);
  }

  @ParameterizedTest
  @CsvSource({
    "http://host.example.org/back, https",
    "https://other.example.org/back, same host",
    "https://host.example.org.evil.example/back, same host",
    "https://user@host.example.org/back, user",
    "https://localhost/back, loopback",
    "http://127.0.0.1/back, loopback",
    "custom:/back, host",
  })
  void refusesAddressesThatAreNotOfOneHostByHttps(String redirect, String why) {
    ObjectNode says = SampleHost.says();
    says.putArray("redirect_uris").add(redirect);
    assertRefused(says, "invalid_redirect_uri", why);
  }

  @Test
  void refusesMoreAddressesThanAnybodyNeedsAndLongOnes() {
    ObjectNode says = SampleHost.says();
    ArrayNode redirects = says.putArray("redirect_uris");
    for (int i = 0; i < 10; i++) {
      redirects.add(SampleHost.BACK + i);
    }
    assertThat(HostMetadata.read(says.toString(), false).metadata().getRedirectionURIs())
        .hasSize(10);
    redirects.add(SampleHost.BACK + "10");
    assertRefused(says, "invalid_redirect_uri", "1 to 10");
    says.putArray("redirect_uris");
    assertRefused(says, "invalid_redirect_uri", "1 to 10");

    String longest = SampleHost.BACK + "?" + "x".repeat(499 - SampleHost.BACK.length());
    says.putArray("redirect_uris").add(longest);
    HostMetadata.read(says.toString(), false);
    says.putArray("redirect_uris").add(longest + "x");
    assertRefused(says, "invalid_redirect_uri", "500");
    for (String member : new String[] {"client_uri", "logo_uri", "tos_uri", "policy_uri"}) {
      assertRefused(
          SampleHost.says().put(member, longest + "x"), "invalid_client_metadata", member);
    }
    for (String member : new String[] {"client_name", "software_id", "software_version"}) {
      assertRefused(
          SampleHost.says().put(member, "x".repeat(101)), "invalid_client_metadata", member);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://host.example.org/back#token, fragment",
    "https://host.example.org/back#, fragment",
    "HTTP://host.example.org/back, https",
    "ftp://host.example.org/back, https",
    "javascript:alert(1), scheme",
    "data:text/html;x, scheme",
    "'https:///back', host",
  })
  void refusesSchemesAndFragmentsThatCodesMustNotGoTo(String redirect, String why) {
    ObjectNode says = SampleHost.says();
    says.putArray("redirect_uris").add(redirect);
    assertRefused(says, "invalid_redirect_uri", why);
  }

  @Test
  void refusesScriptsForAddresses() {
    for (String each : new String[] {"javascript:alert(1)", "data:text/html,x", "//host", "x"}) {
      for (String member : new String[] {"client_uri", "tos_uri", "policy_uri", "logo_uri"}) {
        assertThatThrownBy(
                () -> HostMetadata.read(SampleHost.says().put(member, each).toString(), true))
            .as(member + " " + each)
            .isInstanceOf(HostRefused.class);
      }
    }
  }

  @Test
  void takesHostsOnThisMachineOnlyWhereWeRunOnItToo() {
    ObjectNode says = SampleHost.says();
    for (String member : new String[] {"client_uri", "logo_uri", "tos_uri", "policy_uri"}) {
      says.put(member, "http://127.0.0.1:8082/" + member);
    }
    says.putArray("redirect_uris").add("http://127.0.0.1:8082/back");
    assertThat(HostMetadata.read(says.toString(), true).site()).isEqualTo("127.0.0.1");
    assertRefused(says, "invalid_client_metadata", "loopback");
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint_auth_method, none",
    "token_endpoint_auth_method, client_secret_post",
    "grant_types, implicit",
    "grant_types, client_credentials",
    "response_types, token",
  })
  void refusesFlowsThatAreNotOffered(String member, String value) {
    ObjectNode says = SampleHost.says();
    if (member.endsWith("types")) {
      says.putArray(member).add(value);
    } else {
      says.put(member, value);
    }
    assertRefused(says, "invalid_client_metadata", member);
  }

  @Test
  void takesNamesThatHideNothing() {
    ObjectNode says = SampleHost.says().put("client_name", "My\u202E badges\n\u200B now");
    assertThat(HostMetadata.read(says.toString(), false).metadata().getName())
        .isEqualTo("My badges now");
    assertRefused(
        SampleHost.says().put("client_name", "x".repeat(101)),
        "invalid_client_metadata",
        "client_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "x",
        "null",
        "{\"redirect_uris\":7}",
        "{\"redirect_uris\":[null]}",
        "{\"software_version\":\"\"}",
        "{\"scope\":[]}"
      })
  void refusesWhatIsNoObjectOfThatKind(String json) {
    assertThatThrownBy(() -> HostMetadata.read(json, false)).isInstanceOf(HostRefused.class);
  }

  private static void assertRefused(ObjectNode says, String error, String why) {
    assertThatThrownBy(() -> HostMetadata.read(says.toString(), false))
        .isInstanceOfSatisfying(
            HostRefused.class,
            refused -> {
              assertThat(refused.error()).isEqualTo(error);
              assertThat(refused.description()).contains(why);
            });
  }
}
