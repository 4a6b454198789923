package org.badgebridge.credential.baking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BakingTest {

  private static final String BADGE = "{\"name\":\"Čapek ]]> <b> & “x”\"}";
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>x</title></svg>";

  @Test
  void aPngKeepsEveryByteAndGainsOneChunkBehindItsHeader() throws Exception {
    byte[] plain = png();
    byte[] baked = BakedPng.bake(plain, Baking.OPEN_BADGES_3, BADGE);

    int added = baked.length - plain.length;
    assertThat(Arrays.copyOf(baked, 33)).isEqualTo(Arrays.copyOf(plain, 33));
    assertThat(Arrays.copyOfRange(baked, 33 + added, baked.length))
        .isEqualTo(Arrays.copyOfRange(plain, 33, plain.length));
    assertThat(new String(baked, 37, 24, StandardCharsets.ISO_8859_1))
        .isEqualTo("iTXtopenbadgecredential\0");
  }

  @Test
  void otherReadersFindTheTextInAPng() throws Exception {
    byte[] baked = BakedPng.bake(png(), Baking.OPEN_BADGES_2, BADGE);

    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(baked)));
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
    IIOMetadataNode entry = (IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0);
    assertThat(root.getElementsByTagName("iTXtEntry").getLength()).isEqualTo(1);
    assertThat(entry.getAttribute("keyword")).isEqualTo("openbadges");
    assertThat(entry.getAttribute("compressionFlag")).isEqualTo("FALSE");
    assertThat(entry.getAttribute("languageTag")).isEmpty();
    assertThat(entry.getAttribute("text")).isEqualTo(BADGE);
  }

  @Test
  void anSvgCarriesTheTextAsItsFirstChild() throws Exception {
    Element child = firstChild(BakedSvg.bake(SVG, Baking.OPEN_BADGES_3, BADGE));
    assertThat(child.getNamespaceURI()).isEqualTo("https://purl.imsglobal.org/ob/v3p0");
    assertThat(child.getLocalName()).isEqualTo("credential");
    assertThat(child.hasAttribute("verify")).isFalse();
    assertThat(child.getTextContent()).isEqualTo(BADGE);
  }

  @Test
  void anSvgOfOpenBadges2NamesWhereItIsVerified() throws Exception {
    Element child = firstChild(BakedSvg.bakeHosted(SVG, "https://b.example/1?a", BADGE));
    assertThat(child.getNamespaceURI()).isEqualTo("http://openbadges.org");
    assertThat(child.getLocalName()).isEqualTo("assertion");
    assertThat(child.getAttribute("verify")).isEqualTo("https://b.example/1?a");
    assertThat(child.getTextContent()).isEqualTo(BADGE);
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BakedPng.bake(new byte[60], Baking.OPEN_BADGES_3, BADGE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BakedSvg.bake("<html>", Baking.OPEN_BADGES_3, BADGE));
  }

  private static byte[] png() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static Element firstChild(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    return (Element) document.getDocumentElement().getFirstChild();
  }
}
