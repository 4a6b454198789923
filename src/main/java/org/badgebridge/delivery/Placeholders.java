package org.badgebridge.delivery;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.web.Markdown;
import org.badgebridge.web.PlainText;

/**
 * What stands in the place of {@code {name}}, {@code {institution}} and {@code {badges}}. What is
 * put in means only itself, whatever it looks like.
 */
record Placeholders(String name, String institution, String badges) {

  private static final Pattern PLACE = Pattern.compile("\\{(name|institution|badges)}");

  /** In Markdown. */
  String inMarkdown(String text) {
    return fill(text, Markdown::literal);
  }

  /** In one line of plain text. */
  String inLine(String text) {
    return PlainText.line(fill(text, UnaryOperator.identity()));
  }

  private String fill(String text, UnaryOperator<String> as) {
    Map<String, String> values = Map.of("name", name, "institution", institution, "badges", badges);
    return PLACE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    as.apply(PlainText.line(values.getOrDefault(match.group(1), "")))));
  }
}
