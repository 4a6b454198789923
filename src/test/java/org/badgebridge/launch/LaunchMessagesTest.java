package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaunchMessagesTest {

  @Test
  void takesOverWhatElseThePlatformCallsTheUser() {
    LaunchMessage read =
        read(
            Map.of("person_sourcedid", "ada@uni.example"),
            Map.of("lms", "moodle-2", "user_username", "ada.l"));
    assertThat(read.profile().eppn()).isEqualTo("ada@uni.example");
    assertThat(read.profile().sourcedId()).isEqualTo("ada@uni.example");
    assertThat(read.profile().username()).isEqualTo("ada.l");
  }

  @Test
  void namesOfAnotherShapeAreNone() {
    for (Object odd : List.of("ada", List.of("ada"), 7, Map.of("person_sourcedid", 7))) {
      LaunchMessage read = read(odd, odd);
      assertThat(read.profile().sourcedId()).isNull();
      assertThat(read.profile().username()).isNull();
    }
  }

  private static LaunchMessage read(Object lis, Object ext) {
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("sub", "7");
    claims.put(LaunchMessages.CLAIM + "version", "1.3.0");
    claims.put(LaunchMessages.CLAIM + "message_type", "LtiResourceLinkRequest");
    claims.put(LaunchMessages.CLAIM + "deployment_id", "1");
    claims.put(LaunchMessages.CLAIM + "target_link_uri", "https://tool.example/lti/launch");
    claims.put(LaunchMessages.CLAIM + "roles", List.of());
    claims.put(LaunchMessages.CLAIM + "resource_link", Map.of("id", "5"));
    claims.put(LaunchMessages.CLAIM + "lis", lis);
    claims.put(LaunchMessages.CLAIM + "ext", ext);
    return LaunchMessages.read(claims, null);
  }
}
