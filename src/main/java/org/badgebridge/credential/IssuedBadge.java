package org.badgebridge.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.badgeclass.content.QualificationLevel;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.Part;
import org.jspecify.annotations.Nullable;

/**
 * What a signed document says, read back from it: pages show what was signed, not what the badge
 * class has become since.
 *
 * @param criteria Markdown
 * @param picture the path of its drawing as SVG, in the version that was awarded
 * @param validUntil when it ends; null if it does not
 * @param alignments what it answers to in frameworks
 * @param narrative what its owner did, in Markdown; empty if nothing is said
 * @param evidence where that can be seen; null if nothing is said
 */
public record IssuedBadge(
    String name,
    String description,
    String criteria,
    String language,
    String issuer,
    String picture,
    @Nullable Instant validUntil,
    List<Alignment> alignments,
    List<Score> scores,
    String narrative,
    @Nullable Evidence evidence) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** A result with the name of what it is of, and its sign. */
  public record Score(String activity, String value) {}

  /**
   * A skill or outcome, or the level of a qualification. Texts are empty where nothing is said.
   *
   * @param level whether it is a level
   */
  public record Alignment(String name, String url, String framework, boolean level) {}

  /** Texts are empty where nothing is said. */
  public record Evidence(String url, String name, String description) {

    /** What a link to it says. */
    public String label() {
      return name.isEmpty() ? url : name;
    }
  }

  /** Reads one of our own documents. */
  public static IssuedBadge read(Credential credential) {
    try (JsonReader reader = JSON.createReader(new StringReader(credential.document()))) {
      JsonObject document = reader.readObject();
      JsonObject subject = document.getJsonObject("credentialSubject");
      JsonObject achievement = subject.getJsonObject("achievement");
      return new IssuedBadge(
          achievement.getString("name"),
          achievement.getString("description"),
          achievement.getJsonObject("criteria").getString("narrative"),
          achievement.getString("inLanguage"),
          document.getJsonObject("issuer").getString("name"),
          picture(achievement),
          moment(document),
          alignments(achievement),
          scores(subject, achievement),
          subject.getString("narrative", ""),
          evidence(document));
    }
  }

  /** The name alone, out of the text of one of our own documents. */
  public static String nameIn(String document) {
    try (JsonReader reader = JSON.createReader(new StringReader(document))) {
      return reader
          .readObject()
          .getJsonObject("credentialSubject")
          .getJsonObject("achievement")
          .getString("name");
    }
  }

  /** The same without what is not to be shown. */
  public IssuedBadge only(Disclosure shown) {
    return new IssuedBadge(
        name,
        description,
        criteria,
        language,
        issuer,
        picture,
        validUntil,
        alignments,
        shown.shows(Part.GRADE) ? scores : List.of(),
        shown.shows(Part.NARRATIVE) ? narrative : "",
        shown.shows(Part.EVIDENCE) ? evidence : null);
  }

  /** Whether nothing is lost by it: then the signed document may be shown, too. */
  public boolean isWhole(Disclosure shown) {
    return equals(only(shown));
  }

  /** Whether there is anything about this one award that can be left out. */
  public boolean saysMore() {
    return !(scores.isEmpty() && narrative.isEmpty() && evidence == null);
  }

  /** Whether it has ended. */
  public boolean expired(Instant now) {
    return validUntil != null && !now.isBefore(validUntil);
  }

  /** Our own path of it, whatever our address was when it was signed. */
  private static String picture(JsonObject achievement) {
    String path = URI.create(achievement.getJsonObject("image").getString("id")).getPath();
    return path.replaceFirst("\\.png$", ".svg");
  }

  private static @Nullable Instant moment(JsonObject document) {
    String until = document.getString("validUntil", "");
    return until.isEmpty() ? null : Instant.parse(until);
  }

  private static List<Alignment> alignments(JsonObject achievement) {
    return array(achievement, "alignment").getValuesAs(JsonObject.class).stream()
        .map(
            each ->
                new Alignment(
                    each.getString("targetName", ""),
                    each.getString("targetUrl", ""),
                    each.getString("targetFramework", ""),
                    QualificationLevel.is(
                        each.getString("targetType", ""), each.getString("targetUrl", ""))))
        .filter(each -> !each.name().isEmpty())
        .toList();
  }

  private static List<Score> scores(JsonObject subject, JsonObject achievement) {
    List<Score> scores = new ArrayList<>();
    JsonArray descriptions = array(achievement, "resultDescription");
    for (JsonObject result : array(subject, "result").getValuesAs(JsonObject.class)) {
      for (JsonObject each : descriptions.getValuesAs(JsonObject.class)) {
        if (each.getString("id").equals(result.getString("resultDescription"))) {
          String sign = each.getString("resultType", "").equals("Percent") ? " %" : "";
          scores.add(new Score(each.getString("name"), result.getString("value") + sign));
        }
      }
    }
    return scores;
  }

  private static @Nullable Evidence evidence(JsonObject document) {
    return array(document, "evidence").getValuesAs(JsonObject.class).stream()
        .findFirst()
        .map(
            each ->
                new Evidence(
                    each.getString("id", ""),
                    each.getString("name", ""),
                    each.getString("description", "")))
        .orElse(null);
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
