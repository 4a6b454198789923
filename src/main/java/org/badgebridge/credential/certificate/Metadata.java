package org.badgebridge.credential.certificate;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a PDF says of itself to machines (XMP, ISO 16684-1): its title, and that it keeps to
 * PDF/UA-1.
 */
record Metadata(String title, String language) {

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String UA = "http://www.aiim.org/pdfua/ns/id/";
  private static final String BEGIN =
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>";
  private static final String END = "<?xpacket end=\"r\"?>";

  /** The packet, in UTF-8. */
  byte[] packet() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes all that is written", e);
    }
    return (BEGIN + text + END).getBytes(StandardCharsets.UTF_8);
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("x", "xmpmeta", "adobe:ns:meta/");
    xml.writeNamespace("x", "adobe:ns:meta/");
    xml.writeStartElement("rdf", "RDF", RDF);
    xml.writeNamespace("rdf", RDF);
    xml.writeStartElement("rdf", "Description", RDF);
    xml.writeNamespace("dc", DC);
    xml.writeNamespace("pdfuaid", UA);
    xml.writeAttribute("rdf", RDF, "about", "");
    xml.writeStartElement("pdfuaid", "part", UA);
    xml.writeCharacters("1");
    xml.writeEndElement();
    xml.writeStartElement("dc", "title", DC);
    xml.writeStartElement("rdf", "Alt", RDF);
    said(xml, "x-default");
    said(xml, language);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void said(XMLStreamWriter xml, String tag) throws XMLStreamException {
    xml.writeStartElement("rdf", "li", RDF);
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", tag);
    xml.writeCharacters(title);
    xml.writeEndElement();
  }
}
