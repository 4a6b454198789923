package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorKind;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.platform.Product;
import org.badgebridge.web.PlainText;

/** A Moodle site whose web services Badge Bridge asks, with a token that the site's staff made. */
@ApplicationScoped
class MoodleKind implements ConnectorKind {

  static final String SOURCE = "moodle";

  /** The setting with the site's address; empty for the issuer of its platform. */
  static final String SITE = "site";

  private static final int LONGEST = 500;

  private final MoodleSites sites;
  private final MoodleServices services;
  private final ConnectorPlatforms platforms;
  private final CourseTrial courseTrial;

  @Inject
  MoodleKind(
      MoodleSites sites,
      MoodleServices services,
      ConnectorPlatforms platforms,
      CourseTrial courseTrial) {
    this.sites = sites;
    this.services = services;
    this.platforms = platforms;
    this.courseTrial = courseTrial;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Set<Product> madeFor() {
    return Set.of(Product.MOODLE);
  }

  @Override
  public List<Field> fields() {
    return List.of(new Field(SITE, Field.Type.URL, false, LONGEST));
  }

  @Override
  public Secret secret() {
    return Secret.THEIRS;
  }

  @Override
  public List<Value> values(Connector connector) {
    return values();
  }

  /** The functions that the external service in Moodle must have. */
  @Override
  public List<Value> values() {
    return MoodleServices.NEEDED.stream()
        .map(function -> new Value("passback.moodle.value." + function, function))
        .toList();
  }

  @Override
  public Trial test(Connector connector) {
    try {
      MoodleSite asked = sites.of(connector);
      JsonNode site = services.call(asked, MoodleServices.SITE_INFO, Map.of());
      Trial trial = told(site, platforms.get(connector.platformId()).issuer());
      return trial.good() ? inCourse(trial, asked) : trial;
    } catch (MoodleRefusal e) {
      return Trial.of(false, "passback.fault." + e.reason().slug(), e.code());
    } catch (ExternalRefusal e) {
      return new Trial(
          false,
          e.status() == 403 ? "passback.moodle.test.rest-off" : "passback.moodle.test.address",
          List.of(e.status()),
          List.of(String.valueOf(e.getMessage())));
    } catch (ExternalUnavailable e) {
      return new Trial(
          false,
          "passback.moodle.test.unavailable",
          List.of(),
          List.of(String.valueOf(e.getMessage())));
    }
  }

  /** Beyond what the site says of itself: whether a course answers. */
  private Trial inCourse(Trial trial, MoodleSite site) {
    return courseTrial
        .of(site)
        .map(
            in -> {
              List<String> seen = new ArrayList<>(trial.seen());
              seen.addAll(in.seen());
              List<Object> said = new ArrayList<>(trial.arguments());
              said.addAll(in.arguments());
              return new Trial(in.good(), in.key(), in.good() ? said : List.of(), seen);
            })
        .orElse(trial);
  }

  private static Trial told(JsonNode site, String issuer) {
    Set<String> allowed = new TreeSet<>();
    site.path("functions").forEach(each -> allowed.add(each.path("name").asText()));
    List<String> missing =
        MoodleServices.NEEDED.stream().filter(each -> !allowed.contains(each)).toList();
    List<String> seen = new ArrayList<>();
    seen.add(
        line(site, "sitename") + " · " + line(site, "siteurl") + " · " + line(site, "release"));
    seen.add(line(site, "username"));
    MoodleServices.NEEDED.forEach(each -> seen.add((missing.contains(each) ? "✗ " : "✓ ") + each));
    if (!missing.isEmpty()) {
      return new Trial(
          false, "passback.moodle.test.missing", List.of(String.join(", ", missing)), seen);
    }
    if (!same(line(site, "siteurl"), issuer)) {
      return new Trial(
          false, "passback.moodle.test.other-site", List.of(line(site, "siteurl"), issuer), seen);
    }
    return new Trial(true, "passback.moodle.test.good", List.of(line(site, "sitename")), seen);
  }

  private static String line(JsonNode site, String field) {
    String text = PlainText.line(site.path(field).asText(""));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** For Moodle, the issuer is the address of the site. */
  private static boolean same(String url, String issuer) {
    return bare(url).equals(bare(issuer));
  }

  private static String bare(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
