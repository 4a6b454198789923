package org.badgebridge.drawing.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/**
 * An uploaded JPEG. Only the segments that hold pixels reach the decoder; notes and profiles are
 * left out. A picture may be refined in a few scans: each costs a pass over all pixels, and
 * thousands fit into a small file.
 */
final class JpegUpload {

  private static final int MOST_SCANS = 24;

  private static final int MARKER = 0xFF;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int JFIF = 0xE0;
  private static final int ADOBE = 0xEE;

  private JpegUpload() {}

  static boolean looksLike(byte[] upload) {
    return upload.length > 3
        && at(upload, 0) == MARKER
        && at(upload, 1) == START
        && at(upload, 2) == MARKER;
  }

  static BufferedImage read(byte[] upload) {
    return Pixels.read(pixelsOnly(upload), "jpeg");
  }

  private static byte[] pixelsOnly(byte[] upload) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(upload.length);
    kept.write(upload, 0, 2);
    int at = 2;
    int scans = 0;
    while (true) {
      Refusal.unless(at + 2 <= upload.length && at(upload, at) == MARKER, "damaged");
      int kind = at(upload, at + 1);
      if (kind == END) {
        break;
      }
      Refusal.unless(at + 4 <= upload.length, "damaged");
      int end = at + 2 + (at(upload, at + 2) << 8) + at(upload, at + 3);
      Refusal.unless(end <= upload.length && end >= at + 4, "damaged");
      checkSize(upload, at, kind);
      if (kind == SCAN) {
        Refusal.unless(++scans <= MOST_SCANS, "too-complex");
        end = nextMarker(upload, end);
      }
      if (!note(kind)) {
        kept.write(upload, at, end - at);
      }
      at = end;
      if (at == upload.length) {
        break; // the end marker is missing: decoders do without
      }
    }
    kept.write(MARKER);
    kept.write(END);
    return kept.toByteArray();
  }

  /** Application segments (but for the two that tell how colours are coded) and comments. */
  private static boolean note(int kind) {
    return kind == COMMENT || (kind > JFIF && kind < JFIF + 16 && kind != ADOBE);
  }

  /** A frame header, SOF0 to SOF15, names the size. */
  private static void checkSize(byte[] upload, int at, int kind) {
    boolean frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    if (frame) {
      Refusal.unless(at + 9 <= upload.length, "damaged");
      Pixels.checkSize(
          (at(upload, at + 7) << 8) + at(upload, at + 8),
          (at(upload, at + 5) << 8) + at(upload, at + 6));
    }
  }

  /** After the header of a scan: the first marker that is neither stuffing nor a restart. */
  private static int nextMarker(byte[] upload, int from) {
    for (int i = from; i + 1 < upload.length; i++) {
      if (at(upload, i) == MARKER) {
        int next = at(upload, i + 1);
        if (next != 0 && next != MARKER && (next < 0xD0 || next > 0xD7)) {
          return i;
        }
      }
    }
    return upload.length;
  }

  private static int at(byte[] upload, int index) {
    return upload[index] & 0xFF;
  }
}
