package org.badgebridge.verification.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.badgebridge.credential.Contexts;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/**
 * Whether a credential is written as a badge must be: what it must have (Open Badges 3.0 §B), and
 * in the one way that leaves no doubt.
 *
 * <p>The second matters as much. A proof signs what JSON-LD understands, and JSON-LD understands
 * the same in many spellings: with full IRIs instead of terms, in arrays, or at another mention of
 * the same id. Whoever rewrites a signed badge so keeps its signature and hides, from readers who
 * look for {@code validUntil} or {@code credentialStatus}, that it has ended or can be revoked.
 */
public final class CredentialForm {

  /**
   * The only words with an {@code @} that credentials need: contexts, and texts with a language.
   */
  private static final Set<String> KEYWORDS =
      Set.of("@context", "@value", "@language", "@direction");

  /** Of these there is one, as text. */
  private static final List<String> MOMENTS = List.of("validFrom", "validUntil", "awardedDate");

  private static final Set<String> ENDORSED = Set.of("id", "type", "endorsementComment");

  private CredentialForm() {}

  /** Judges a badge. */
  public static void check(CredentialJson badge, Findings findings) {
    try {
      unambiguous(badge.document());
      require(badge);
      findings.passed(Probe.FORM, "form.passed");
    } catch (Unreadable fault) {
      findings.failed(Probe.FORM, fault.key(), fault.arguments());
    }
  }

  /**
   * Refuses another spelling than the usual one.
   *
   * @throws Unreadable that names what is odd
   */
  public static void unambiguous(JsonObject document) {
    words(document);
    for (String moment : MOMENTS) {
      JsonValue value = document.get(moment);
      if (value != null
          && !(value instanceof JsonString && Members.moment(document, moment) != null)) {
        throw new Unreadable("form.moment", moment);
      }
    }
    if (document.containsKey("id") && !(document.get("id") instanceof JsonString)) {
      throw new Unreadable("form.odd", "id");
    }
    String id = Members.text(document, "id");
    if (!id.isEmpty() && document.values().stream().anyMatch(each -> names(each, id))) {
      throw new Unreadable("form.twice", id);
    }
    long objects = Members.objects(document, "credentialStatus").size();
    if (objects != Members.all(document, "credentialStatus").size()) {
      throw new Unreadable("form.odd", "credentialStatus");
    }
  }

  private static void words(JsonValue value) {
    if (value instanceof JsonArray array) {
      array.forEach(CredentialForm::words);
    } else if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> each : object.entrySet()) {
        String name = each.getKey();
        if (name.contains(":") || (name.startsWith("@") && !KEYWORDS.contains(name))) {
          throw new Unreadable("form.odd", name);
        }
        if (!name.equals("@context")) {
          words(each.getValue());
        }
      }
    }
  }

  /** Whether an object in it has this id: it would speak of the badge once more. */
  private static boolean names(JsonValue value, String id) {
    if (value instanceof JsonArray array) {
      return array.stream().anyMatch(each -> names(each, id));
    }
    return value instanceof JsonObject object
        && ((object.size() > 1 && Members.text(object, "id").equals(id) && !isEndorsed(object))
            || object.values().stream().anyMatch(each -> names(each, id)));
  }

  /**
   * What is endorsed is named by its id. Nothing else is said of it there: it would be said of the
   * badge.
   */
  private static boolean isEndorsed(JsonObject object) {
    return ENDORSED.containsAll(object.keySet())
        && Members.texts(object, "type").equals(List.of("EndorsementSubject"))
        && Members.all(object, "type").size() == 1;
  }

  private static void require(CredentialJson badge) {
    JsonObject document = badge.document();
    List<JsonValue> contexts = Members.all(document, "@context");
    if (contexts.isEmpty()
        || !(contexts.get(0) instanceof JsonString first
            && first.getString().equals(Contexts.CREDENTIALS))) {
      throw new Unreadable("form.context", Contexts.CREDENTIALS);
    }
    if (Members.texts(document, "@context").stream().noneMatch(CredentialForm::ofBadges)) {
      throw new Unreadable("form.context", Contexts.OPEN_BADGES);
    }
    demand(Members.isA(document, "VerifiableCredential"), "type");
    texts(document, "", "id", "validFrom");
    demand(!badge.issuerId().isEmpty(), "issuer");
    JsonObject subject = badge.subject();
    demand(Members.isA(subject, "AchievementSubject"), "credentialSubject");
    demand(
        !Members.text(subject, "id").isEmpty() || !Members.all(subject, "identifier").isEmpty(),
        "credentialSubject.id");
    JsonObject achievement = badge.achievement();
    demand(Members.isA(achievement, "Achievement"), "achievement");
    texts(achievement, "achievement.", "id", "name", "description");
    demand(!Members.object(achievement, "criteria").isEmpty(), "achievement.criteria");
    for (JsonObject status : badge.statuses()) {
      texts(status, "credentialStatus.", "type");
    }
  }

  private static boolean ofBadges(String context) {
    return context.startsWith("https://purl.imsglobal.org/spec/ob/v3p0/context");
  }

  private static void texts(JsonObject object, String where, String... names) {
    for (String name : names) {
      demand(!Members.texts(object, name).isEmpty(), where + name);
    }
  }

  private static void demand(boolean there, String what) {
    if (!there) {
      throw new Unreadable("form.missing", what);
    }
  }
}
