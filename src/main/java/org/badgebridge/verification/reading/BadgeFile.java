package org.badgebridge.verification.reading;

import java.nio.charset.StandardCharsets;
import org.badgebridge.verification.reading.Found.Container;
import org.badgebridge.web.FileText;

/** Finds the badge in whatever somebody brings; what it is is told by its bytes alone. */
public final class BadgeFile {

  /** Bytes that may be brought. */
  public static final int LARGEST = 1 << 20;

  private BadgeFile() {}

  /**
   * The badge in it.
   *
   * @throws Unreadable if there is none
   */
  public static Found read(byte[] bytes) {
    if (bytes.length == 0) {
      throw new Unreadable("file.nothing");
    }
    if (bytes.length > LARGEST) {
      throw new Unreadable("file.too-large", LARGEST / 1024);
    }
    if (PngFile.looksLike(bytes)) {
      return PngFile.read(bytes);
    }
    if (PdfFile.looksLike(bytes)) {
      return PdfFile.read(bytes);
    }
    String text = FileText.of(bytes);
    if (text == null) {
      throw new Unreadable("file.no-badge");
    }
    text = text.strip();
    if (text.startsWith("<")) {
      return SvgFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
    Found found = new Found(Container.TEXT, text, null);
    if (found.isJson() || found.isToken() || found.isSelective() || found.isAddress()) {
      return found;
    }
    throw new Unreadable("file.no-badge");
  }
}
