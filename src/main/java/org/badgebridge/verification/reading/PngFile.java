package org.badgebridge.verification.reading;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.verification.reading.Found.Container;
import org.badgebridge.verification.reading.Found.Remark;
import org.badgebridge.verification.verdict.Outcome;

/**
 * A badge in a PNG. Chunk after chunk is passed over by its length; nothing is unpacked, because a
 * badge must not be compressed (Open Badges 3.0 §5.3.1.1), and the pixels are not looked at.
 */
final class PngFile {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Length, name and checksum around the content. */
  private static final int FRAME = 12;

  private PngFile() {}

  /**
   * A chunk that says it holds a badge.
   *
   * @param text null if it is compressed
   */
  private record Chunk(String name, Optional<String> text, boolean whole) {}

  static boolean looksLike(byte[] bytes) {
    return bytes.length > SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static Found read(byte[] png) {
    for (Baking generation : List.of(Baking.OPEN_BADGES_3, Baking.OPEN_BADGES_2)) {
      List<Chunk> chunks = chunks(png, generation.keyword());
      if (!chunks.isEmpty()) {
        return found(chunks);
      }
    }
    throw new Unreadable("file.no-badge-in-picture");
  }

  private static Found found(List<Chunk> chunks) {
    Chunk first = chunks.get(0);
    String text = first.text.orElseThrow(() -> new Unreadable("file.compressed")).strip();
    Remark remark = null;
    if (chunks.size() > 1) {
      remark = new Remark(Outcome.FAILED, "file.twice");
    } else if (!first.whole) {
      remark = new Remark(Outcome.FAILED, "file.damaged");
    } else if (!first.name.equals("iTXt")) {
      remark = new Remark(Outcome.WARNING, "file.old-chunk");
    }
    return new Found(Container.PNG, text, remark);
  }

  private static List<Chunk> chunks(byte[] png, String keyword) {
    byte[] begin = (keyword + "\0").getBytes(StandardCharsets.ISO_8859_1);
    List<Chunk> found = new ArrayList<>();
    int at = SIGNATURE.length;
    while (at + FRAME <= png.length) {
      int length = ByteBuffer.wrap(png, at, 4).getInt();
      if (length < 0 || length > png.length - at - FRAME) {
        throw new Unreadable("file.damaged");
      }
      String name = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      byte[] content = Arrays.copyOfRange(png, at + 8, at + 8 + length);
      if (name.endsWith("Xt") && starts(content, begin)) {
        CRC32 checksum = new CRC32();
        checksum.update(png, at + 4, 4 + length);
        boolean whole =
            (int) checksum.getValue() == ByteBuffer.wrap(png, at + 8 + length, 4).getInt();
        found.add(new Chunk(name, text(name, content, begin.length), whole));
      }
      at += FRAME + length;
      if (name.equals("IEND")) {
        break;
      }
    }
    return found;
  }

  private static boolean starts(byte[] content, byte[] begin) {
    return content.length >= begin.length
        && Arrays.equals(content, 0, begin.length, begin, 0, begin.length);
  }

  /** Behind the keyword (PNG §11.3.3): empty if it is compressed. */
  private static Optional<String> text(String name, byte[] content, int from) {
    if (name.equals("tEXt")) {
      return Optional.of(decoded(content, from, StandardCharsets.ISO_8859_1));
    }
    if (!name.equals("iTXt") || content.length < from + 4 || content[from] != 0) {
      return Optional.empty();
    }
    int language = end(content, from + 2);
    return Optional.of(decoded(content, end(content, language), StandardCharsets.UTF_8));
  }

  /** Behind the next zero. */
  private static int end(byte[] content, int from) {
    int at = from;
    while (at < content.length && content[at] != 0) {
      at++;
    }
    return Math.min(content.length, at + 1);
  }

  private static String decoded(byte[] content, int from, Charset charset) {
    return new String(content, from, content.length - from, charset);
  }
}
