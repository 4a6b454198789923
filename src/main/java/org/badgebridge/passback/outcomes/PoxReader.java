package org.badgebridge.passback.outcomes;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a message element by element, without a document type and entities, and not deeper than a
 * message can be. Elements that we do not know are passed over.
 */
final class PoxReader {

  /** The namespace of all elements. */
  static final String NAMESPACE = "http://www.imsglobal.org/services/ltiv1p1/xsd/imsoms_v1p0";

  private static final String ROOT = "imsx_POXEnvelopeRequest";
  private static final String HEAD =
      ROOT + "/imsx_POXHeader/imsx_POXRequestHeaderInfo/imsx_messageIdentifier";
  private static final String BODY = ROOT + "/imsx_POXBody";
  private static final String RECORD = "/resultRecord";
  private static final int DEPTH = 32;
  private static final int LONGEST = 4000;
  private static final XMLInputFactory FACTORY = factory();

  private final Deque<String> path = new ArrayDeque<>();
  private final Map<String, String> texts = new HashMap<>();
  private String operation = "";

  private PoxReader() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  /**
   * Reads it.
   *
   * @throws OutcomeRefused if it is no such message
   */
  static PoxRequest read(byte[] body) {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
      try {
        return new PoxReader().message(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new OutcomeRefused("message", "XML");
    }
  }

  private PoxRequest message(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new OutcomeRefused("message", "DOCTYPE");
        case XMLStreamConstants.START_ELEMENT -> open(xml);
        case XMLStreamConstants.END_ELEMENT -> path.removeLast();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
        default -> {}
      }
    }
    if (operation.isEmpty()) {
      throw new OutcomeRefused("message", BODY);
    }
    String record = BODY + "/" + operation + RECORD;
    String score = record + "/result/resultScore";
    return new PoxRequest(
        texts.getOrDefault(HEAD, "").strip(),
        operation.replaceFirst("Request$", ""),
        texts.getOrDefault(record + "/sourcedGUID/sourcedId", "").strip(),
        texts.get(score + "/language"),
        texts.get(score + "/textString"));
  }

  private void open(XMLStreamReader xml) {
    boolean ours = NAMESPACE.equals(xml.getNamespaceURI());
    String name = xml.getLocalName();
    if (path.isEmpty() && !(ours && ROOT.equals(name))) {
      throw new OutcomeRefused("message", xml.getNamespaceURI() + " " + name);
    }
    if (path.size() >= DEPTH) {
      throw new OutcomeRefused("message", "depth");
    }
    if (ours && operation.isEmpty() && BODY.equals(String.join("/", path))) {
      operation = name;
    }
    path.addLast(ours ? name : "?");
    String here = String.join("/", path);
    if (here.equals(HEAD) || here.endsWith("/sourcedId") || here.endsWith("/textString")) {
      if (texts.put(here, "") != null) {
        throw new OutcomeRefused("message", "2 × " + name); // which of them counts, nobody can say
      }
    }
  }

  private void text(String more) {
    String here = String.join("/", path);
    if (!here.equals(HEAD) && !here.startsWith(BODY)) {
      return;
    }
    String whole = texts.getOrDefault(here, "") + more;
    if (whole.length() > LONGEST) {
      throw new OutcomeRefused("message", "length");
    }
    texts.put(here, whole);
  }
}
