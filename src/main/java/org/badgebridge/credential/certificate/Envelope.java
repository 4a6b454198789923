package org.badgebridge.credential.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What a certificate carries beside its page: title, language, what it claims, the signed badge.
 */
final class Envelope {

  private final PDDocument document;

  Envelope(PDDocument document) {
    this.document = document;
  }

  /** Adds it all. */
  void close(Certificate certificate) throws IOException {
    document.setVersion(1.7f);
    describe(certificate);
    claim(certificate);
    attach(certificate);
  }

  private void describe(Certificate certificate) {
    GregorianCalendar issued =
        GregorianCalendar.from(certificate.credential().issuedAt().atZone(ZoneOffset.UTC));
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(certificate.badge().name());
    information.setAuthor(certificate.badge().issuer());
    information.setCreator(certificate.page().t("web.product"));
    information.setCreationDate(issued);
    document.setDocumentId(certificate.credential().id().getMostSignificantBits());
    document.getDocumentCatalog().setLanguage(certificate.page().language());
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  /** Metadata (ISO 16684-1) that say the title, and that this is PDF/UA-1 (ISO 14289-1 §5). */
  private void claim(Certificate certificate) throws IOException {
    byte[] packet =
        new Metadata(certificate.badge().name(), certificate.page().language()).packet();
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(packet);
    document.getDocumentCatalog().setMetadata(metadata);
  }

  private void attach(Certificate certificate) throws IOException {
    byte[] badge = certificate.credential().document().getBytes(StandardCharsets.UTF_8);
    PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(badge));
    file.setSubtype("application/json");
    file.setSize(badge.length);
    String name = "badge-" + certificate.credential().id() + ".json";
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.setFileDescription(certificate.page().t("credential.certificate.attached"));
    specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }
}
