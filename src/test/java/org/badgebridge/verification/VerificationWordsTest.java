package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.badgebridge.verification.reading.Found;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;

/** Whatever a check can find has a sentence. */
class VerificationWordsTest {

  private static final Path ROOM = Path.of("src/main/java/org/badgebridge/verification");

  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:file|source|format|form|terms|signature|key|claims|hosted|scope|time|status"
              + "|recipient|schema|endorsements?|refresh)\\.[a-z.-]*[a-z])\"");

  private final Words words = new Words();
  private final Set<String> missing = new TreeSet<>();

  @Test
  void everyFindingHasASentence() throws IOException {
    try (Stream<Path> files = Files.walk(ROOM)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher keys = KEY.matcher(Files.readString(file));
        while (keys.find()) {
          require(keys.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyStateProbeOutcomeAndContainerHasAName() {
    for (State each : State.values()) {
      require("state." + each);
      require("state." + each + ".meaning");
    }
    Stream.of(Probe.values()).forEach(each -> require("probe." + each));
    Stream.of(Endorsement.About.values()).forEach(each -> require("endorsement.about." + each));
    require("endorsement.about.NOTHING");
    Stream.of(Outcome.values()).forEach(each -> require("outcome." + each));
    Stream.of(Found.Container.values()).forEach(each -> require("file.passed." + each));
    assertThat(missing).isEmpty();
  }

  private void require(String key) {
    String whole = "verification." + key;
    if (words.text(Locale.ENGLISH, whole).equals(whole)) {
      missing.add(key);
    }
  }
}
