package org.badgebridge.credential.certificate;

import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.jspecify.annotations.Nullable;

/**
 * One page as it is written, with the structure that screen readers follow (ISO 32000-1 §14.7,
 * §14.8) and PDF/UA-1 (ISO 14289-1) asks for: what is no text or picture with a meaning is an
 * artifact.
 */
final class TaggedPage implements AutoCloseable {

  private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

  private final PDDocument document;
  private final PDPage page;
  private final Letters letters;
  private final PDPageContentStream stream;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole = new PDStructureElement("Document", root);
  private final COSArray marked = new COSArray();
  private final Map<Integer, COSObjectable> parents = new HashMap<>();
  private @Nullable String language;

  TaggedPage(PDDocument document, PDPage page, Letters letters) throws IOException {
    this.document = document;
    this.page = page;
    this.letters = letters;
    this.stream = new PDPageContentStream(document, page);
    root.appendKid(whole);
  }

  /** What is written next is in that language; null for the language of the document. */
  void speak(@Nullable String tag) {
    language = tag;
  }

  /**
   * How text looks.
   *
   * @param strong drawn thicker: there is one weight of the font only
   */
  record Style(float size, Color colour, boolean strong) {}

  /**
   * Writes lines under each other.
   *
   * @param type of the structure, e.g. {@code P}
   * @param x where they begin, or their middle
   * @param top where the first begins
   * @return where the next may begin
   */
  float text(String type, Style style, boolean centred, List<String> lines, float x, float top)
      throws IOException {
    begin(type, whole, null);
    return lines(style, centred, lines, x, top);
  }

  /**
   * Writes lines that lead somewhere, as does the area around them.
   *
   * @param said what is there
   */
  float link(
      Style style, List<String> lines, float x, float top, URI target, String said, Area area)
      throws IOException {
    PDStructureElement paragraph = new PDStructureElement("P", whole);
    whole.appendKid(paragraph);
    PDStructureElement link = begin("Link", paragraph, null);
    PDAnnotationLink annotation = annotation(target, said, area);
    annotation.setStructParent(1);
    parents.put(1, new PDParentTreeValue(link.getCOSObject()));
    PDObjectReference reference = new PDObjectReference();
    reference.setReferencedObject(annotation);
    link.appendKid(reference);
    page.setAnnotations(List.of(annotation));
    return lines(style, false, lines, x, top);
  }

  /** A rectangle, by its lower left corner. */
  record Area(float x, float y, float width, float height) {}

  private static PDAnnotationLink annotation(URI target, String said, Area area) {
    PDActionURI action = new PDActionURI();
    action.setURI(target.toString());
    PDAnnotationLink link = new PDAnnotationLink();
    link.setAction(action);
    link.setRectangle(new PDRectangle(area.x, area.y, area.width, area.height));
    link.setContents(said);
    PDBorderStyleDictionary border = new PDBorderStyleDictionary();
    border.setWidth(0);
    link.setBorderStyle(border);
    return link;
  }

  private float lines(Style style, boolean centred, List<String> lines, float x, float top)
      throws IOException {
    float leading = style.size * 1.35f;
    float baseline = top - style.size;
    stream.setNonStrokingColor(style.colour);
    stream.setStrokingColor(style.colour);
    stream.setLineWidth(style.size / 40);
    for (String line : lines) {
      float left = centred ? x - letters.width(line, style.size) / 2 : x;
      stream.beginText();
      stream.setRenderingMode(style.strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      stream.setFont(letters.font, style.size);
      stream.newLineAtOffset(left, baseline);
      stream.showText(line);
      stream.endText();
      baseline -= leading;
    }
    stream.endMarkedContent();
    return baseline + style.size;
  }

  /** A picture, and what it shows in words. */
  void picture(PrintedPicture picture, String alternative, float x, float y, float size)
      throws IOException {
    begin("Figure", whole, alternative);
    stream.drawImage(picture.in(document), x, y, size, size);
    stream.endMarkedContent();
  }

  /** Squares that together show something, and what that is in words. */
  void squares(List<float[]> corners, float side, String alternative) throws IOException {
    begin("Figure", whole, alternative);
    stream.setNonStrokingColor(Color.BLACK);
    for (float[] corner : corners) {
      stream.addRect(corner[0], corner[1], side, side);
    }
    stream.fill();
    stream.endMarkedContent();
  }

  /** A coloured bar without a meaning. */
  void bar(Color colour, float x, float y, float width, float height) throws IOException {
    stream.beginMarkedContent(ARTIFACT);
    stream.setNonStrokingColor(colour);
    stream.addRect(x, y, width, height);
    stream.fill();
    stream.endMarkedContent();
  }

  private PDStructureElement begin(
      String type, PDStructureElement parent, @Nullable String alternative) throws IOException {
    COSDictionary number = new COSDictionary();
    number.setInt(COSName.MCID, marked.size());
    PDStructureElement element = new PDStructureElement(type, parent);
    element.setPage(page);
    if (language != null) {
      element.setLanguage(language);
    }
    if (alternative != null) {
      element.setAlternateDescription(alternative);
    }
    element.appendKid(marked.size());
    parent.appendKid(element);
    marked.add(element);
    stream.beginMarkedContent(COSName.getPDFName(type), PDPropertyList.create(number));
    return element;
  }

  /** Ends the page and joins its structure to the document. */
  @Override
  public void close() throws IOException {
    stream.close();
    page.setStructParents(0);
    page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S"); // by structure
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    parents.put(0, new PDParentTreeValue(marked));
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(parents.size());
    PDMarkInfo mark = new PDMarkInfo();
    mark.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(mark);
    document.getDocumentCatalog().setStructureTreeRoot(root);
  }
}
