package org.badgebridge.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.badgebridge.web.Words;

/**
 * What the administrator of one kind of learning platform enters there, under the labels of that
 * product, and what to bring back from it.
 *
 * @param steps what to do, in order
 * @param ours our values for the platform's form
 * @param theirs the platform's values for our form, as far as they are the same everywhere
 */
public record ValueSheet(Product product, List<String> steps, List<Line> ours, List<Line> theirs) {

  private static final String CHECKED = "✓";

  /** One value and where it goes. */
  public record Line(String label, String value) {}

  static ValueSheet of(Product product, Tool tool, Words words, Locale locale) {
    return new ValueSheet(
        product, steps(product, words, locale), ours(product, tool), theirs(product));
  }

  private static List<String> steps(Product product, Words words, Locale locale) {
    List<String> steps = new ArrayList<>();
    for (int number = 1; ; number++) {
      String key = "platform.sheet." + product.slug() + "." + number;
      String step = words.text(locale, key);
      if (step.equals(key)) {
        return steps;
      }
      steps.add(step);
    }
  }

  private static List<Line> ours(Product product, Tool tool) {
    return switch (product) {
      case MOODLE -> moodle(tool);
      case CANVAS -> canvas(tool);
      case BRIGHTSPACE -> brightspace(tool);
      case BLACKBOARD -> blackboard(tool);
      case SAKAI, GENERIC -> generic(tool);
    };
  }

  private static List<Line> moodle(Tool tool) {
    return List.of(
        new Line("Tool name", Tool.NAME),
        new Line("Tool URL", tool.launchUrl()),
        new Line("LTI version", "LTI 1.3"),
        new Line("Public key type", "Keyset URL"),
        new Line("Public keyset", tool.keySetUrl()),
        new Line("Initiate login URL", tool.loginUrl()),
        new Line("Redirection URI(s)", tool.launchUrl()),
        new Line("Custom parameters", custom()),
        new Line(
            "Tool configuration usage", "Show in activity chooser and as a preconfigured tool"),
        new Line("Default launch container", "Embed, without blocks"),
        new Line("Supports Deep Linking (Content-Item Message)", CHECKED),
        new Line("Content Selection URL", tool.launchUrl()),
        new Line(
            "IMS LTI Assignment and Grade Services",
            "Use this service for grade sync and column management"),
        new Line(
            "IMS LTI Names and Role Provisioning",
            "Use this service to retrieve members' information as per privacy settings"),
        new Line("Share launcher's name with tool", "Always"),
        new Line("Share launcher's email with tool", "Always"),
        new Line("Accept grades from the tool", "Delegate to teacher"));
  }

  private static List<Line> canvas(Tool tool) {
    return List.of(
        new Line("Method", "Paste JSON (lti-config/canvas.json)"),
        new Line("Redirect URIs", tool.launchUrl()),
        new Line("Target Link URI", tool.launchUrl()),
        new Line("OpenID Connect Initiation Url", tool.loginUrl()),
        new Line("JWK Method", "Public JWK URL"),
        new Line("Public JWK URL", tool.keySetUrl()),
        new Line("Placements", "Assignment Selection, Link Selection"),
        new Line("Privacy Level", "Public"));
  }

  private static List<Line> brightspace(Tool tool) {
    return List.of(
        new Line("Name", Tool.NAME),
        new Line("Domain", tool.origin()),
        new Line("Redirect URLs", tool.launchUrl()),
        new Line("OpenID Connect Login URL", tool.loginUrl()),
        new Line("Target Link URI", tool.launchUrl()),
        new Line("Keyset URL", tool.keySetUrl()),
        new Line(
            "Extensions",
            "Assignment and Grade Services, Deep Linking, Names and Role Provisioning Services"),
        new Line("Substitution Parameters", custom()),
        new Line("Deployment: Security Settings", "Name, Email, User Id, Org Unit Information"),
        new Line("Link type", "Deep Linking Quicklink, URL " + tool.launchUrl()));
  }

  private static List<Line> blackboard(Tool tool) {
    return List.of(
        new Line("Application Name", Tool.NAME),
        new Line("My integration supports LTI 1.3", CHECKED),
        new Line("Login Initiation URL", tool.loginUrl()),
        new Line("Tool Redirect URL(s)", tool.launchUrl()),
        new Line("Tool JWKS URL", tool.keySetUrl()),
        new Line("Signing Algorithm", "RS256"),
        new Line("User Fields to Send", "Role in Course, Name, Email Address"),
        new Line("Allow grade service access", "Yes"),
        new Line("Allow Membership Service Access", "Yes"),
        new Line("Placement type", "Deep Linking content tool"),
        new Line("Target Link URI", tool.launchUrl()),
        new Line("Tool Custom Parameters", custom()));
  }

  private static List<Line> generic(Tool tool) {
    return List.of(
        new Line("Name", Tool.NAME),
        new Line("Target link URI, tool URL", tool.launchUrl()),
        new Line("OIDC login initiation URL", tool.loginUrl()),
        new Line("Redirect URI", tool.launchUrl()),
        new Line("Deep linking URL", tool.launchUrl()),
        new Line("JWKS, keyset URL", tool.keySetUrl()),
        new Line("Scopes", String.join(" ", Tool.SCOPES)),
        new Line("Custom parameters", custom()));
  }

  private static String custom() {
    return Tool.customParameters().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static List<Line> theirs(Product product) {
    return lines(
        switch (product) {
          case MOODLE ->
              List.of(
                  "https://SITE",
                  "https://SITE/mod/lti/auth.php",
                  "https://SITE/mod/lti/token.php",
                  "https://SITE/mod/lti/certs.php");
          case CANVAS ->
              List.of(
                  "https://canvas.instructure.com",
                  "https://sso.canvaslms.com/api/lti/authorize_redirect",
                  "https://sso.canvaslms.com/login/oauth2/token",
                  "https://sso.canvaslms.com/api/lti/security/jwks");
          case BRIGHTSPACE ->
              List.of(
                  "https://SITE",
                  "https://SITE/d2l/lti/authenticate",
                  "https://auth.brightspace.com/core/connect/token",
                  "https://SITE/d2l/.well-known/jwks",
                  "https://api.brightspace.com/auth/token");
          case BLACKBOARD ->
              List.of(
                  "https://blackboard.com",
                  "https://developer.blackboard.com/api/v1/gateway/oidcauth",
                  "https://developer.blackboard.com/api/v1/gateway/oauth2/jwttoken",
                  "https://developer.blackboard.com/api/v1/management/applications/CLIENT_ID/jwks.json");
          case SAKAI, GENERIC -> List.of();
        });
  }

  /** Under the names that our form and files use. */
  private static List<Line> lines(List<String> values) {
    List<String> names =
        List.of("issuer", "auth_login_url", "auth_token_url", "key_set_url", "auth_audience");
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      lines.add(new Line(names.get(i), values.get(i)));
    }
    return lines;
  }

  /** The sheet as a Markdown file. */
  String markdown(Words words) {
    StringBuilder text = new StringBuilder("# " + product.title() + "\n\n");
    text.append(words.text(Locale.ENGLISH, "platform.sheet.generated")).append("\n\n");
    for (int i = 0; i < steps.size(); i++) {
      text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
    }
    text.append("\n## ")
        .append(words.text(Locale.ENGLISH, "platform.sheet.ours", product.title()))
        .append("\n\n")
        .append(table(ours));
    if (!theirs.isEmpty()) {
      text.append("\n## ")
          .append(words.text(Locale.ENGLISH, "platform.sheet.theirs", product.title()))
          .append("\n\n")
          .append(table(theirs));
    }
    return text.toString();
  }

  private static String table(List<Line> lines) {
    return lines.stream()
        .map(line -> "| " + line.label() + " | `" + line.value().replace("\n", "`<br>`") + "` |\n")
        .collect(Collectors.joining("", "| Field | Value |\n|---|---|\n", ""));
  }
}
