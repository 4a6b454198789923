package org.badgebridge.verification.reading;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.verification.reading.Found.Container;
import org.badgebridge.verification.reading.Found.Remark;
import org.badgebridge.verification.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A badge in an SVG. It is read as XML without a DOCTYPE, so that there are no entities, and never
 * drawn.
 */
final class SvgFile {

  /** Less than Java's own reader bears (100 since Java 24), so that we say what is wrong. */
  private static final int DEEPEST = 90;

  private static final int MOST = 50_000;

  private static final List<Baking> GENERATIONS =
      List.of(Baking.OPEN_BADGES_3, Baking.OPEN_BADGES_2);

  private SvgFile() {}

  /**
   * An element that says it holds a badge.
   *
   * @param depth 1 for a child of the root
   */
  private record Holder(Baking generation, String text, int depth) {}

  static Found read(byte[] svg) {
    List<Holder> holders = holders(svg);
    for (Baking generation : GENERATIONS) {
      List<Holder> of = holders.stream().filter(each -> each.generation == generation).toList();
      if (!of.isEmpty()) {
        Remark remark =
            of.size() > 1
                ? new Remark(Outcome.FAILED, "file.twice")
                : of.get(0).depth == 1 ? null : new Remark(Outcome.WARNING, "file.misplaced");
        return new Found(Container.SVG, of.get(0).text.strip(), remark);
      }
    }
    throw new Unreadable("file.no-badge-in-picture");
  }

  private static List<Holder> holders(byte[] svg) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new ByteArrayInputStream(svg), "UTF-8");
      try {
        return holders(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new Unreadable("file.damaged");
    }
  }

  private static List<Holder> holders(XMLStreamReader reader) throws XMLStreamException {
    List<Holder> found = new ArrayList<>();
    int depth = 0;
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Unreadable("file.entities");
        case XMLStreamConstants.START_ELEMENT -> {
          if (++count > MOST || depth > DEEPEST) {
            throw new Unreadable("file.too-complex");
          }
          Baking generation = generation(reader);
          if (generation == null) {
            depth++;
          } else {
            found.add(holder(reader, generation, depth));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {} // drawn, or said to people
      }
    }
    return found;
  }

  /** Reads to the end of the element. */
  private static Holder holder(XMLStreamReader reader, Baking generation, int depth)
      throws XMLStreamException {
    String verify = Objects.requireNonNullElse(reader.getAttributeValue(null, "verify"), "");
    String text = reader.getElementText();
    return new Holder(generation, text.isBlank() ? verify : text, depth);
  }

  private static @Nullable Baking generation(XMLStreamReader reader) {
    return GENERATIONS.stream()
        .filter(each -> each.element().equals(reader.getLocalName()))
        .filter(each -> each.namespace().equals(reader.getNamespaceURI()))
        .findFirst()
        .orElse(null);
  }
}
