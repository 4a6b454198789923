package org.badgebridge.passback.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.external.ExternalNonsense;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalTooSlow;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.platform.Product;
import org.badgebridge.platform.TokenRefused;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words whose keys are put together, and so are not found by looking at templates. */
class BuiltInWordsTest {

  private static final Path SOURCES = Path.of("src/main/java/org/badgebridge/passback/builtin");
  private static final Pattern SAID = Pattern.compile("KEY \\+ \"([a-z-]+)\"");
  private static final Pattern ROOM = Pattern.compile("KEY = \"(passback\\.builtin\\.[a-z.]+)\"");

  private final Words words = new Words();

  private void assertSaid(String key) {
    assertThat(words.text(Locale.ENGLISH, key)).isNotEqualTo(key);
  }

  @ParameterizedTest
  @EnumSource(BuiltIn.class)
  void everySourceIsExplainedForEveryProduct(BuiltIn source) {
    String key = "passback.builtin." + source.source();
    List.of(".title", ".short", ".lead").forEach(part -> assertSaid(key + part));
    assertSaid("passback.builtin.try." + source.source());
    for (Product product : Product.values()) {
      assertSaid(key + ".steps." + product.slug());
    }
    source
        .scopes()
        .forEach(scope -> assertSaid("passback.builtin.scope." + scope.replaceFirst(".*/", "")));
  }

  @Test
  void everythingThatATestMaySeeHasWords() throws IOException {
    for (String file : List.of("TryMembership", "TryGradebook", "TryLaunch")) {
      String text = Files.readString(SOURCES.resolve(file + ".java"));
      Matcher room = ROOM.matcher(text);
      assertThat(room.find()).isTrue();
      Matcher said = SAID.matcher(text);
      while (said.find()) {
        assertSaid(room.group(1) + said.group(1));
      }
    }
  }

  @Test
  void everyReasonHasWords() {
    for (int status : List.of(0, 400, 401, 403, 404)) {
      assertSaid(WhyNot.of(new ExternalRefusal("no", status)).key());
    }
    assertSaid(WhyNot.of(new TokenRefused("no", 400)).key());
    assertSaid(WhyNot.of(new ExternalTooSlow("late", null)).key());
    assertSaid(WhyNot.of(new ExternalNonsense("page", null)).key());
    assertSaid(WhyNot.of(new ExternalUnavailable("down", null, null)).key());
  }
}
