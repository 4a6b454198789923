package org.badgebridge.drawing.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.badgebridge.problem.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SVG as drawing programs write it, and as somebody hostile does (facts/field.md §6c 33). */
@Timeout(60)
class SvgArtworkTest {

  private static final String RECT = "<rect width=\"100\" height=\"100\" fill=\"#00f\"/>";

  @Test
  void drawsWhatDrawingProgramsWrite() throws IOException {
    BufferedImage image =
        image(
            Uploads.text(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- made by hand -->
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="200" height="100"
                  viewBox="0 0 200 100" inkscape:version="1.3">
                <metadata><x/></metadata><title>Logo</title>
                <style>.a{fill:url(#g);stroke:none}</style>
                <defs><linearGradient id="h"><stop stop-color="#f00"/><stop offset="1"
                stop-color="#f00"/></linearGradient><linearGradient id="g" xlink:href="#h"/>
                <clipPath id="c"><rect width="100" height="100"/></clipPath>
                <filter id="f"><feGaussianBlur stdDeviation="3"/></filter>
                <circle id="dot" r="20"/></defs>
                <rect class="a" width="200" height="100" clip-path="url(#c)" filter="url(#f)"/>
                <use xlink:href="#dot" x="150" y="50" style="fill:#0f0;filter:url(#f)"/></svg>"""));
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getRGB(100, 400)).as("gradient").isEqualTo(0xFFFF0000);
    assertThat(image.getRGB(600, 400)).as("reference").isEqualTo(0xFF00FF00);
    assertThat(image.getRGB(500, 400) >>> 24).as("clipped").isZero();
    assertThat(image.getRGB(100, 100) >>> 24).as("above").isZero();
  }

  @Test
  void drawsOneWithASizeOnlyAndAByteOrderMark() throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40px' height='40'>";
    assertThat(image(Uploads.text("\uFEFF" + svg + RECT + "</svg>")).getWidth()).isEqualTo(800);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "script|<script>alert(1)</script>",
        "SCRIPT|<SCRIPT>alert(1)</SCRIPT>",
        "onload|<g onload='alert(1)'/>",
        "onclick|<rect width='9' height='9' onclick='alert(1)'/>",
        "foreignObject|<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "script|<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "image|<image href='https://evil.example/x.png' width='9' height='9'/>",
        "image|<image href='data:image/png;base64,iVBORw0KGgo=' width='9' height='9'/>",
        "href|<use href='https://evil.example/x.svg#a'/>",
        "xlink:href|<use xlink:href='file:///etc/passwd#a'/>",
        "xlink:href|<use xlink:href='data:text/html,&lt;script&gt;'/>",
        "href|<linearGradient id='a' href='http://169.254.169.254/latest#x'/>",
        "@import|<style>@import url(https://evil.example/x.css);</style>",
        "@font-face|<style>@font-face{src:url(https://evil.example/f)}</style>",
        "url(https://evil.example/x)|<rect width='9' height='9' fill='url(https://evil.example/x)'/>",
        "style|<rect width='9' height='9' style='fill:url(data:text/html,x)'/>",
        "style|<rect width='9' height='9' style='background:\\75rl(x)'/>",
        "animate|<rect width='9' height='9'><animate attributeName='x' to='5'/></rect>",
        "set|<a href='#x'><set attributeName='href' to='javascript:alert(1)'/></a>",
        "pattern|<pattern id='p' width='9999999' height='9999999'/>",
        "text|<text>AV</text>"
      })
  void refusesWhatCouldRunOrLoadAndNamesIt(String found, String inside) {
    Assertions.assertThatThrownBy(() -> Artwork.redrawn(Uploads.svg(inside)))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            problem -> {
              assertThat(problem.faults().get(0).key()).isEqualTo("drawing.artwork.unsafe");
              assertThat(problem.faults().get(0).arguments()).containsExactly(found);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://evil.example/x.dtd'>",
        "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;'>]>"
      })
  void refusesDocumentTypes(String type) {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>&d;</title></svg>";
    ArtworkTest.refused(Uploads.text(type + svg), "unsafe");
    ArtworkTest.refused(Uploads.text("<?xml version='1.0'?>" + type + svg), "unsafe");
  }

  @Test
  void refusesReferencesThatMultiply() {
    StringBuilder bomb = new StringBuilder("<defs><g id='a0'>" + RECT + "</g>");
    for (int i = 1; i <= 12; i++) {
      bomb.append("<g id='a").append(i).append("'>");
      bomb.append(("<use href='#a" + (i - 1) + "'/>").repeat(10)).append("</g>");
    }
    ArtworkTest.refused(Uploads.svg(bomb + "</defs><use href='#a12'/>"), "too-complex");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<mask id='a'><rect width='9' height='9' mask='url(#a)'/></mask>",
        "<clipPath id='a' clip-path='url(#a)'><rect width='9' height='9'/></clipPath>",
        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>"
      })
  void refusesReferencesToThemselves(String inside) {
    ArtworkTest.refused(Uploads.svg(inside), "too-complex");
  }

  @Test
  void refusesDeepAndManyElements() {
    ArtworkTest.refused(Uploads.svg("<g>".repeat(5000) + "</g>".repeat(5000)), "too-complex");
    ArtworkTest.refused(Uploads.svg("<g/>".repeat(6000)), "too-complex");
    ArtworkTest.refused(
        Uploads.svg(("<g opacity='.5'>" + RECT + "</g>").repeat(2000)), "too-complex");
  }

  @Test
  void leavesOutEffectsThatGrowWithoutBound() throws IOException {
    BufferedImage image =
        image(
            Uploads.svg(
                "<filter id='f' x='-9e9' y='-9e9' width='9e18' height='9e18'>"
                    + "<feGaussianBlur stdDeviation='1e9'/><feTurbulence numOctaves='999999'/>"
                    + "</filter><g filter='url(#f)'>"
                    + RECT
                    + "</g><path d='M0 0H1e9' stroke='#f00' stroke-dasharray='1e-9'"
                    + " style='stroke-dasharray:.0000001;filter:url(#f)'/>"));
    assertThat(image.getRGB(400, 400)).isEqualTo(0xFF0000FF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<mask id='m' x='-9e6' y='-9e6' width='9e7' height='9e7' maskUnits='userSpaceOnUse'>"
            + "<rect width='9e6' height='9e6' fill='#fff'/></mask>"
            + "<rect width='9e6' height='9e6' mask='url(#m)'/>",
        "<rect width='1e30' height='1e30' stroke='#f00' stroke-width='1e30'/>",
        "<path d='M0 0L1e38 1e38A1e38 1e-38 45 1 1 NaN 5z' stroke='#f00'/>",
        "<g transform='scale(1e300)'><circle r='1' stroke='#f00'/></g>",
        "<g transform='matrix(0 0 0 0 0 0)'><circle r='1'/></g>",
        "<svg width='1e9' height='1e9' viewBox='0 0 1e-9 1e-9'><circle r='1'/></svg>",
        "<path d='M0 0'/><path d=''/><path d='garbage'/><circle r='-5'/>",
        "<linearGradient id='g'/><rect width='50' height='50' fill='url(#g)'/>",
        "<use href='#nothing'/><rect width='9' height='9' fill='url(#nothing)'/>"
      })
  void drawsOrRefusesAbsurdNumbersInBoundedMemory(String inside) {
    long before = used();
    try {
      assertThat(Artwork.redrawn(Uploads.svg(inside)).png()).isNotEmpty();
    } catch (InvalidFields refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
    assertThat(used() - before).isLessThan(200L << 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewBox='0 0 0 0'", "viewBox='0 0 1e9 1'", "viewBox='0 0 NaN NaN'", "viewBox='0 0 1 100'",
        "width='100%' height='100%'", "", "viewBox='0 0 -5 -5'", "viewBox='Infinity 0 5 5'"
      })
  void refusesAnSvgWithoutAUsableSize(String size) {
    ArtworkTest.refused(
        Uploads.text("<svg xmlns='http://www.w3.org/2000/svg' " + size + "><g/></svg>"), "no-size");
  }

  @Test
  void writesOnlyWhatIsDrawn() {
    SvgElement root =
        SvgElement.read(
            Uploads.svg(
                "<metadata><secret/></metadata><a href='https://example.org'><rect width='9'"
                    + " height='9' data-x='1' class='k'/></a><style>.k{fill:red;filter:url(#f)}"
                    + "</style><filter id='f'/>"));
    String text = SvgText.of(root, new java.awt.geom.Rectangle2D.Double(0, 0, 9, 9));
    assertThat(text)
        .doesNotContain("secret", "example.org", "filter", "<a", "metadata")
        .contains("<rect width=\"9\" height=\"9\"", "fill:red");
  }

  private static BufferedImage image(byte[] upload) throws IOException {
    byte[] png = Artwork.redrawn(upload).png();
    assertThat(new String(png, StandardCharsets.ISO_8859_1)).startsWith("\u0089PNG");
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
