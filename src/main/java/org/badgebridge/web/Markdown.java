package org.badgebridge.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Shows Markdown that people typed (criteria, narratives) as HTML that cannot do harm: HTML in it
 * is text, links go to the web or a mail address only, pictures become their alternative text, and
 * headings start below the page's own.
 */
public final class Markdown {

  /** Block nesting beyond which text stays plain, so that no input costs more than its length. */
  private static final int DEEPEST = 20;

  private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(Set.of("http", "https", "mailto")))
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if ("a".equals(tag)) {
                      attributes.put("rel", "nofollow noopener noreferrer");
                      attributes.put("target", "_blank");
                    }
                  })
          .build();

  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS).build();

  /** What Markdown means something to: every punctuation mark of ASCII (CommonMark §2.4). */
  private static final Pattern MARKS = Pattern.compile("[!-/:-@\\[-`{-~]");

  /** How the renderer writes a link whose text is its address. */
  private static final Pattern OWN_ADDRESS = Pattern.compile("\"([^\"\\s]+)\" \\(\\1\\)");

  private Markdown() {}

  /** Safe HTML, to be written into a page unescaped ({@code $unsafe} in a template). */
  public static String html(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new Tamer());
    return RENDERER.render(document);
  }

  /** The same as plain text, for where there is no HTML. */
  public static String text(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new Tamer());
    return OWN_ADDRESS.matcher(TEXT.render(document)).replaceAll("$1");
  }

  /** A text so that in Markdown it means itself. */
  public static String literal(String text) {
    return MARKS.matcher(text).replaceAll("\\\\$0");
  }

  private static final class Tamer extends AbstractVisitor {

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(6, heading.getLevel() + 2));
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      StringBuilder alternative = new StringBuilder();
      for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Text text) {
          alternative.append(text.getLiteral());
        }
      }
      image.insertBefore(new Text(alternative.toString()));
      image.unlink();
    }
  }
}
