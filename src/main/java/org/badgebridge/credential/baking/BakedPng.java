package org.badgebridge.credential.baking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Puts a badge into a PNG: one uncompressed {@code iTXt} chunk directly behind the header. All
 * other bytes stay as they are.
 */
public final class BakedPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

  /** Signature, and the header's chunk: length, name, 13 bytes, checksum (PNG §5.2, §11.2.2). */
  private static final int HEAD = 8 + 4 + 4 + 13 + 4;

  private BakedPng() {}

  /**
   * The picture with the badge in it.
   *
   * @param png a picture without a badge
   */
  public static byte[] bake(byte[] png, Baking baking, String badge) {
    if (png.length < HEAD || !Arrays.equals(png, 0, 8, SIGNATURE, 0, 8)) {
      throw new IllegalArgumentException("no PNG");
    }
    byte[] chunk = chunk(text(baking.keyword(), badge));
    return ByteBuffer.allocate(png.length + chunk.length)
        .put(png, 0, HEAD)
        .put(chunk)
        .put(png, HEAD, png.length - HEAD)
        .array();
  }

  /** Keyword, no compression, no language, no translated keyword, text (PNG §11.3.3.4). */
  private static byte[] text(String keyword, String badge) {
    byte[] name = keyword.getBytes(StandardCharsets.ISO_8859_1);
    byte[] text = badge.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(name.length + 5 + text.length)
        .put(name)
        .put(new byte[5])
        .put(text)
        .array();
  }

  private static byte[] chunk(byte[] content) {
    byte[] name = "iTXt".getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) checksum.getValue())
        .array();
  }
}
