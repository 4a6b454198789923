package org.badgebridge.drawing.lettering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One of our own font files (WOFF 1.0 around TrueType outlines), read in plain Java: drawing badges
 * then needs neither fonts nor font libraries on the machine, and is the same everywhere.
 *
 * <p>Reads what our files contain; it is no reader for files of strangers.
 */
final class FontFile {

  private final Map<String, ByteBuffer> tables = new HashMap<>();
  private final Map<Integer, Integer> glyphs = new HashMap<>();
  private final int unitsPerEm;
  private final boolean longOffsets;
  private final int metrics;

  /**
   * Reads a resource beside this class.
   *
   * @throws IllegalArgumentException if it is not such a file
   */
  FontFile(String resource) {
    try (InputStream in = FontFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + resource);
      }
      unpack(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException(resource + " is damaged", e);
    }
    unitsPerEm = u16(table("head"), 18);
    longOffsets = u16(table("head"), 50) == 1;
    metrics = u16(table("hhea"), 34);
    readCharacters(table("cmap"));
  }

  /** WOFF 1.0 §3 to §5: a header of 44 bytes, then 20 bytes for each table. */
  private void unpack(ByteBuffer file) throws DataFormatException {
    int count = u16(file, 12);
    for (int i = 0; i < count; i++) {
      int entry = 44 + 20 * i;
      byte[] tag = new byte[4];
      file.get(entry, tag);
      byte[] packed = new byte[file.getInt(entry + 8)];
      file.get(file.getInt(entry + 4), packed);
      byte[] content = new byte[file.getInt(entry + 12)];
      if (packed.length == content.length) {
        content = packed;
      } else {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        inflater.inflate(content);
        inflater.end();
      }
      tables.put(new String(tag, StandardCharsets.ISO_8859_1), ByteBuffer.wrap(content));
    }
  }

  /** OpenType {@code cmap}, the segments of format 4. */
  private void readCharacters(ByteBuffer cmap) {
    for (int i = 0; i < u16(cmap, 2); i++) {
      int at = cmap.getInt(4 + 8 * i + 4);
      if (u16(cmap, at) == 4) {
        readSegments(cmap, at);
      }
    }
  }

  private void readSegments(ByteBuffer cmap, int at) {
    int segments = u16(cmap, at + 6) / 2;
    int ends = at + 14;
    int starts = ends + 2 * segments + 2;
    int deltas = starts + 2 * segments;
    int offsets = deltas + 2 * segments;
    for (int s = 0; s < segments; s++) {
      int offset = u16(cmap, offsets + 2 * s);
      for (int c = u16(cmap, starts + 2 * s); c <= u16(cmap, ends + 2 * s) && c != 0xFFFF; c++) {
        int glyph =
            offset == 0
                ? c
                : u16(cmap, offsets + 2 * s + offset + 2 * (c - u16(cmap, starts + 2 * s)));
        if (offset == 0 || glyph != 0) {
          glyph = glyph + u16(cmap, deltas + 2 * s) & 0xFFFF;
        }
        if (glyph != 0) {
          glyphs.put(c, glyph);
        }
      }
    }
  }

  boolean covers(int codePoint) {
    return glyphs.containsKey(codePoint);
  }

  /** The width of a covered character, in ems. */
  double advance(int codePoint) {
    int glyph = glyphs.getOrDefault(codePoint, 0);
    return (double) u16(table("hmtx"), 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  }

  /** Draws a covered character with its origin at (x, y). */
  void draw(int codePoint, double x, double y, double size, GlyphPath path) {
    double scale = size / unitsPerEm;
    draw(glyphs.getOrDefault(codePoint, 0), new Placing(scale, 0, 0, -scale, x, y), path);
  }

  private void draw(int glyph, Placing placing, GlyphPath path) {
    int from = offset(glyph);
    if (offset(glyph + 1) == from) {
      return; // a blank
    }
    ByteBuffer glyf = table("glyf");
    if (glyf.getShort(from) >= 0) {
      SimpleGlyph.draw(glyf, from, placing, path);
    } else {
      drawParts(glyf, from + 10, placing, path);
    }
  }

  /** OpenType {@code glyf}, composite glyph description. */
  private void drawParts(ByteBuffer glyf, int start, Placing placing, GlyphPath path) {
    int at = start;
    int flags;
    do {
      flags = u16(glyf, at);
      int glyph = u16(glyf, at + 2);
      boolean words = (flags & 0x01) != 0;
      double dx = words ? glyf.getShort(at + 4) : glyf.get(at + 4);
      double dy = words ? glyf.getShort(at + 6) : glyf.get(at + 5);
      at += words ? 8 : 6;
      double[] m = {1, 0, 0, 1};
      if ((flags & 0x08) != 0) {
        m[0] = m[3] = f2dot14(glyf, at);
        at += 2;
      } else if ((flags & 0x40) != 0) {
        m[0] = f2dot14(glyf, at);
        m[3] = f2dot14(glyf, at + 2);
        at += 4;
      } else if ((flags & 0x80) != 0) {
        for (int i = 0; i < 4; i++) {
          m[i] = f2dot14(glyf, at + 2 * i);
        }
        at += 8;
      }
      draw(glyph, placing.of(m[0], m[1], m[2], m[3], dx, dy), path);
    } while ((flags & 0x20) != 0);
  }

  private int offset(int glyph) {
    ByteBuffer loca = table("loca");
    return longOffsets ? loca.getInt(4 * glyph) : 2 * u16(loca, 2 * glyph);
  }

  private ByteBuffer table(String tag) {
    ByteBuffer table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("the font has no table " + tag);
    }
    return table;
  }

  static int u16(ByteBuffer buffer, int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  private static double f2dot14(ByteBuffer buffer, int at) {
    return buffer.getShort(at) / 16384.0;
  }

  /** An affine map from font units to the drawing. */
  record Placing(double a, double b, double c, double d, double e, double f) {

    double x(double px, double py) {
      return a * px + c * py + e;
    }

    double y(double px, double py) {
      return b * px + d * py + f;
    }

    Placing of(double pa, double pb, double pc, double pd, double pe, double pf) {
      return new Placing(
          a * pa + c * pb, b * pa + d * pb, a * pc + c * pd, b * pc + d * pd, x(pe, pf), y(pe, pf));
    }
  }
}
