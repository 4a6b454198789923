package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.badgebridge.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/org/badgebridge");
  private static final Pattern USED =
      Pattern.compile("page\\.t\\(\"([a-z]+\\.[A-Za-z0-9.-]+)\"[,)]");

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

  private final Words words = new Words();

  static List<Path> englishBundles() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      return files.filter(file -> file.endsWith("messages.properties")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("englishBundles")
  void everyWordIsThereInDutchToo(Path english) throws IOException {
    Properties dutch = load(english.resolveSibling("messages_nl.properties"));
    assertThat(dutch.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(load(english).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("englishBundles")
  void inDutchABackpackIsARugzak(Path english) throws IOException {
    assertThat(load(english.resolveSibling("messages_nl.properties")).values())
        .noneMatch(text -> said("(?i)backpack", text));
  }

  @ParameterizedTest
  @MethodSource("englishBundles")
  void inDutchEverybodyIsAddressedAsJe(Path english) throws IOException {
    assertThat(load(english.resolveSibling("messages_nl.properties")).values())
        .noneMatch(text -> said("(?<!\\d )[Uu]w?", text)); // "1 u" is an hour
  }

  private static boolean said(String word, Object text) {
    return Pattern.compile("\\b" + word + "\\b").matcher(text.toString()).find();
  }

  @Test
  void everyKeyThatATemplateNamesExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        Matcher keys = USED.matcher(Files.readString(file));
        while (keys.find()) {
          if (words.text(Locale.ENGLISH, keys.group(1)).equals(keys.group(1))) {
            missing.add(file.getFileName() + ": " + keys.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemHasATitleAndANextStep(ProblemType type) {
    for (String part : List.of("title", "detail", "next")) {
      String key = "problem." + type.slug() + "." + part;
      assertThat(words.text(Locale.ENGLISH, key)).isNotEqualTo(key);
    }
  }

  @ParameterizedTest
  @CsvSource({"nl,nl", "nl-BE,nl", "nl_NL,nl", "pt_br,en", "'de,nl;q=0.5',nl", "x,en", "'',en"})
  void answersInTheNearestLanguage(String wish, String language) {
    assertThat(Words.choose(wish).getLanguage()).isEqualTo(language);
  }

  @ParameterizedTest
  @MethodSource("englishBundles")
  void doublesApostrophesOnlyWhereArgumentsAreFilledIn(Path english) throws IOException {
    Properties texts = load(english);
    texts.putAll(prefixed("nl.", load(english.resolveSibling("messages_nl.properties"))));
    assertThat(texts)
        .allSatisfy(
            (key, text) -> {
              boolean filled = ARGUMENT.matcher((String) text).find();
              String alone = ((String) text).replace("''", "");
              assertThat(filled ? alone.contains("'") : !alone.equals(text))
                  .as("%s=%s", key, text)
                  .isFalse();
            });
  }

  private static Properties prefixed(String prefix, Properties texts) {
    Properties all = new Properties();
    texts.forEach((key, text) -> all.put(prefix + key, text));
    return all;
  }

  @Test
  void neverBreaksAPageOnAMissingWord() {
    assertThat(words.text(Locale.ENGLISH, "nowhere.word")).isEqualTo("nowhere.word");
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
