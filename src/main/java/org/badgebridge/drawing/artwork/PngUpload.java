package org.badgebridge.drawing.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * An uploaded PNG. Only the chunks that hold pixels reach the decoder: texts and colour profiles,
 * which can be compressed without bound, and whatever follows the end are left out.
 */
final class PngUpload {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int CHUNK_FRAME = 12;

  private PngUpload() {}

  static boolean looksLike(byte[] upload) {
    return upload.length > SIGNATURE.length
        && Arrays.equals(upload, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static BufferedImage read(byte[] upload) {
    return Pixels.read(pixelsOnly(upload), "png");
  }

  private static byte[] pixelsOnly(byte[] upload) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(upload.length);
    kept.writeBytes(SIGNATURE);
    ByteBuffer in = ByteBuffer.wrap(upload);
    int at = SIGNATURE.length;
    String type = "";
    while (!type.equals("IEND")) {
      Refusal.unless(at + CHUNK_FRAME <= upload.length, "damaged");
      int length = in.getInt(at);
      Refusal.unless(length >= 0 && length <= upload.length - at - CHUNK_FRAME, "damaged");
      boolean first = type.isEmpty();
      type = new String(upload, at + 4, 4, StandardCharsets.ISO_8859_1);
      Refusal.unless(first == type.equals("IHDR"), "damaged");
      Refusal.unless(!type.equals("acTL"), "animated");
      if (first) {
        Refusal.unless(length == 13, "damaged");
        Pixels.checkSize(
            Integer.toUnsignedLong(in.getInt(at + 8)), Integer.toUnsignedLong(in.getInt(at + 12)));
      }
      if (PIXELS.contains(type)) {
        kept.write(upload, at, length + CHUNK_FRAME);
      }
      at += length + CHUNK_FRAME;
    }
    return kept.toByteArray();
  }
}
