package org.badgebridge.passback.outcomes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.keys.SealBroken;
import org.badgebridge.keys.Sealer;
import org.badgebridge.passback.connector.Connector;

/**
 * The {@code sourcedId}s of results. Ours are sealed: for one connector, learner and activity, and
 * readable by nobody else. Where the settings give a form, plain ones are taken too, e.g. {@code
 * {course}/{activity}/{user}}, each part percent-encoded where it holds what stands between them.
 */
@ApplicationScoped
class SourcedIds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PURPOSE = "outcomes-sourced-id/";
  private static final List<String> PARTS = List.of("course", "activity", "user");
  private static final Pattern PLACE = Pattern.compile("\\{(course|activity|user)}");

  private final Sealer sealer;

  @Inject
  SourcedIds(Sealer sealer) {
    this.sealer = sealer;
  }

  /** A sealed one, good as long as its connector. */
  String seal(Connector connector, Sourced sourced) {
    try {
      byte[] plain =
          JSON.writeValueAsBytes(
              List.of(sourced.course(), sourced.activity(), sourced.learner(), sourced.title()));
      return sealer.sealToText(plain, PURPOSE + connector.id());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of texts is always JSON", e);
    }
  }

  /**
   * Whom and what one is about.
   *
   * @throws OutcomeRefused if it is not of this connector
   */
  Sourced open(Connector connector, String sourcedId) {
    try {
      String[] parts =
          JSON.readValue(sealer.openText(sourcedId, PURPOSE + connector.id()), String[].class);
      return new Sourced(parts[0], parts[1], parts[3], parts[2]);
    } catch (SealBroken notOurs) {
      return plain(connector.setting(OutcomesKind.FORM), sourcedId);
    } catch (IOException e) {
      throw new IllegalStateException("we sealed it ourselves", e);
    }
  }

  private static Sourced plain(String form, String sourcedId) {
    Matcher found = form.isEmpty() ? null : pattern(form).matcher(sourcedId);
    if (found == null || !found.matches()) {
      throw new OutcomeRefused("sourced-id", sourcedId);
    }
    String activity = decoded(found.group("activity"));
    return new Sourced(
        decoded(found.group("course")), activity, activity, decoded(found.group("user")));
  }

  /** Whether a form has each part once, with something between them. */
  static boolean fits(String form) {
    return PARTS.stream().allMatch(each -> form.split("\\{" + each + "}", -1).length == 2)
        && !form.contains("}{");
  }

  /** Each part reaches to what comes after it; the last does not hold what comes before it. */
  private static Pattern pattern(String form) {
    StringBuilder pattern = new StringBuilder();
    Matcher places = PLACE.matcher(form);
    int from = 0;
    while (places.find()) {
      String before = form.substring(from, places.start());
      from = places.end();
      String until = from < form.length() ? form.substring(from) : before;
      pattern
          .append(Pattern.quote(before))
          .append("(?<")
          .append(places.group(1))
          .append(">(?:(?!")
          .append(Pattern.quote(until.substring(0, 1)))
          .append(").)+)");
    }
    return Pattern.compile(pattern + Pattern.quote(form.substring(from)));
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new OutcomeRefused("sourced-id", part);
    }
  }

  /**
   * What a form asks to seal.
   *
   * @throws OutcomeRefused if a part is missing
   */
  static Sourced asked(Map<String, String> form) {
    return new Sourced(
        form.getOrDefault("course", ""),
        form.getOrDefault("activity", ""),
        form.getOrDefault("title", ""),
        form.getOrDefault("user", ""));
  }
}
