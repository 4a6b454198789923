package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Draws badges after one grammar, so that a glance tells what a badge is: the border is the type
 * (shape, colour and word), the picture in the upper half the theme, the name stands below.
 *
 * <p>Letters are drawn as paths, so that a badge looks the same everywhere and needs no font.
 */
@ApplicationScoped
public class BadgeDrawing {

  /** As wide as a card is, in pixels. */
  public static final int CARD_WIDTH = Card.WIDTH;

  /** As high as a card is, in pixels. */
  public static final int CARD_HEIGHT = Card.HEIGHT;

  /** The sizes a PNG can have. */
  private static final int[] SIZES = {48, 96, 192, 400, 600, 1200};

  /** How finely artwork is put into an SVG: a mark is small, a badge rarely larger than this. */
  private static final int MARK_ARTWORK = 160;

  private static final int SVG_ARTWORK = 480;

  private final Words words;
  private final Pictured pictures;

  /** Where the pixels of artwork come from. */
  interface Pictured {
    Artwork get(UUID id, int pixels);
  }

  @Inject
  public BadgeDrawing(Words words, Artworks artworks) {
    this(words, artworks::scaled);
  }

  BadgeDrawing(Words words, Pictured pictures) {
    this.words = words;
    this.pictures = pictures;
  }

  /** The drawing as SVG. */
  public String svg(Look look) {
    return svg(look, true, SVG_ARTWORK);
  }

  /** The drawing for small places, about 48 pixels: border and picture, without letters. */
  public String mark(Look look) {
    return document(
        600, 600, alternative(look, look.language()), badge(look, true, MARK_ARTWORK).mark());
  }

  /**
   * The drawing as PNG.
   *
   * @param size width and height in pixels; the next of the sizes on offer is taken, 1200 at most
   */
  public byte[] png(Look look, int size) {
    return Raster.png(svg(look, false, Artwork.LARGEST), pixels(size), pixels(size));
  }

  /** The drawing for small places as PNG; sizes as of the other. */
  public byte[] markPng(Look look, int size) {
    return Raster.png(mark(look), pixels(size), pixels(size));
  }

  /** The drawing as links to it show it elsewhere (Open Graph): 1200 by 630 pixels, as PNG. */
  public byte[] card(Look look, String issuerName) {
    return Raster.png(
        document(
            Card.WIDTH,
            Card.HEIGHT,
            alternative(look, look.language()),
            new Card(badge(look, false, Artwork.LARGEST), issuerName).elements()),
        Card.WIDTH,
        Card.HEIGHT);
  }

  /** The size that a PNG will have. */
  public static int pixels(int wanted) {
    for (int size : SIZES) {
      if (wanted <= size) {
        return size;
      }
    }
    return SIZES[SIZES.length - 1];
  }

  /** What the picture shows, in words, for those who do not see it. */
  public String alternative(Look look, Locale reader) {
    String type = look.type().name(reader);
    String theme = look.theme().name(reader);
    String clean = PlainText.line(look.name());
    return clean.isEmpty()
        ? words.text(reader, "drawing.alternative-unnamed", type, theme)
        : words.text(reader, "drawing.alternative", clean, type, theme);
  }

  private String svg(Look look, boolean viewer, int artworkPixels) {
    return document(
        600, 600, alternative(look, look.language()), badge(look, viewer, artworkPixels).full());
  }

  private BadgeSvg badge(Look look, boolean viewer, int artworkPixels) {
    UUID picture = look.picture();
    @Nullable Artwork artwork = picture == null ? null : pictures.get(picture, artworkPixels);
    return new BadgeSvg(look, artwork, viewer);
  }

  private static String document(int width, int height, String alternative, String elements) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
            + " height=\"%2$d\" role=\"img\"><title>%3$s</title>%4$s</svg>")
        .formatted(width, height, BadgeSvg.escape(alternative), elements);
  }
}
