package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;

/**
 * The files in {@code lti-config} are what the running tool shows. After a change write them anew:
 * {@code mvn test -Dtest=SetupFilesTest -Dlti-config.write=true}.
 */
class SetupFilesTest {

  private static final Path FOLDER = Path.of("lti-config");
  private static final Tool TOOL = new Tool("https://badges.example.org", "badges.example.org");

  @Test
  void filesAreWhatTheToolSays() throws IOException {
    for (Map.Entry<String, String> each : expected().entrySet()) {
      Path file = FOLDER.resolve(each.getKey());
      if (Boolean.getBoolean("lti-config.write")) {
        Files.writeString(file, each.getValue());
      }
      assertThat(file).as("write anew with -Dlti-config.write=true").hasContent(each.getValue());
    }
  }

  @Test
  void everySheetHasStepsInBothLanguages() {
    Words words = new Words();
    for (Product product : Product.values()) {
      int english = ValueSheet.of(product, TOOL, words, Locale.ENGLISH).steps().size();
      int dutch = ValueSheet.of(product, TOOL, words, Locale.forLanguageTag("nl")).steps().size();
      assertThat(english).as(product.title()).isPositive().isEqualTo(dutch);
    }
  }

  private static Map<String, String> expected() {
    Words words = new Words();
    Map<String, String> files = new TreeMap<>();
    for (Product product : Product.values()) {
      files.put(
          product.slug() + ".md",
          ValueSheet.of(product, TOOL, words, Locale.ENGLISH).markdown(words));
    }
    files.put("canvas.json", CanvasConfiguration.of(TOOL));
    return files;
  }
}
