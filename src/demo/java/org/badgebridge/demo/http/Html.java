package org.badgebridge.demo.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of a page whose variable parts are already escaped. */
public record Html(String source) {

  public static final Html NOTHING = new Html("");

  /** Fills each {@code {}} of the template: {@link Html} goes in as it is, all else escaped. */
  public static Html of(String template, Object... parts) {
    var page = new StringBuilder();
    int from = 0;
    for (Object part : parts) {
      int gap = template.indexOf("{}", from);
      if (gap < 0) {
        throw new IllegalArgumentException("more parts than gaps: " + template);
      }
      page.append(template, from, gap);
      page.append(part instanceof Html html ? html.source() : escaped(part.toString()));
      from = gap + 2;
    }
    return new Html(page.append(template.substring(from)).toString());
  }

  public static Html join(List<Html> pieces) {
    return join(pieces.stream());
  }

  public static Html join(Stream<Html> pieces) {
    return new Html(pieces.map(Html::source).collect(Collectors.joining("\n")));
  }

  /** The piece, or nothing. */
  public static Html when(boolean condition, Html piece) {
    return condition ? piece : NOTHING;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
