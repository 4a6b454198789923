package org.badgebridge.passback.outcomes;

import java.io.StringWriter;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a message (LTI 1.1.1 §6).
 *
 * @param messageRef the message's id; empty if it could not be read
 * @param operation as in {@link PoxRequest}; empty if it could not be read
 * @param score for a result that was read; null if there is none
 */
record PoxAnswer(
    Major major, String description, String messageRef, String operation, @Nullable Double score) {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  /** How it went. */
  enum Major {
    SUCCESS("success", "status"),
    FAILURE("failure", "error"),
    UNSUPPORTED("unsupported", "status");

    private final String code;
    private final String severity;

    Major(String code, String severity) {
      this.code = code;
      this.severity = severity;
    }
  }

  /** The document. */
  String xml() {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("imsx_POXEnvelopeResponse");
      xml.writeDefaultNamespace(PoxReader.NAMESPACE);
      head(xml);
      body(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a writer into memory", e);
    }
    return out.toString();
  }

  private void head(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("imsx_POXHeader");
    xml.writeStartElement("imsx_POXResponseHeaderInfo");
    leaf(xml, "imsx_version", "V1.0");
    leaf(xml, "imsx_messageIdentifier", UUID.randomUUID().toString());
    xml.writeStartElement("imsx_statusInfo");
    leaf(xml, "imsx_codeMajor", major.code);
    leaf(xml, "imsx_severity", major.severity);
    leaf(xml, "imsx_description", description);
    leaf(xml, "imsx_messageRefIdentifier", messageRef);
    leaf(xml, "imsx_operationRefIdentifier", operation);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void body(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("imsx_POXBody");
    if (major == Major.SUCCESS) {
      xml.writeStartElement(operation + "Response");
      if (operation.equals(PoxRequest.Operation.READ.wire())) {
        xml.writeStartElement("result");
        xml.writeStartElement("resultScore");
        leaf(xml, "language", "en");
        leaf(xml, "textString", score == null ? "" : score.toString());
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void leaf(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
