package org.badgebridge.drawing.artwork;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an uploaded SVG as it was written. Mutable only while it is read.
 *
 * @param name without prefix
 * @param ours whether it is in the namespace of SVG
 * @param attributes by name, those of other namespaces as {@code prefix:name}
 * @param text all characters directly inside
 */
record SvgElement(
    String name,
    boolean ours,
    Map<String, String> attributes,
    List<SvgElement> children,
    StringBuilder text) {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int DEEPEST = 40;
  private static final int MOST = 5000;

  /**
   * Reads a document.
   *
   * @throws org.badgebridge.problem.InvalidFields if it is no well-formed SVG, has a DOCTYPE, or
   *     too many elements
   */
  static SvgElement read(byte[] upload) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(upload));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw Refusal.because("damaged");
    }
  }

  private static SvgElement read(XMLStreamReader reader) throws XMLStreamException {
    Deque<SvgElement> open = new ArrayDeque<>();
    SvgElement root = null;
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw Refusal.because("unsafe", "DOCTYPE");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw Refusal.because("unsafe", "ENTITY");
        case XMLStreamConstants.START_ELEMENT -> {
          SvgElement element = element(reader);
          Refusal.unless(++count <= MOST && open.size() < DEEPEST, "too-complex");
          if (root == null) {
            root = element;
          } else {
            open.element().children.add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text.append(reader.getText());
          }
        }
        default -> {} // comments and instructions are not taken over
      }
    }
    if (root == null || !root.ours || !root.name.equals("svg")) {
      throw Refusal.because("kind");
    }
    return root;
  }

  private static SvgElement element(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String name = reader.getAttributeLocalName(i);
      attributes.put(
          prefix == null || prefix.isEmpty() ? name : prefix.toLowerCase(Locale.ROOT) + ":" + name,
          reader.getAttributeValue(i));
    }
    return new SvgElement(
        reader.getLocalName(),
        SVG.equals(reader.getNamespaceURI()),
        attributes,
        new ArrayList<>(),
        new StringBuilder());
  }
}
