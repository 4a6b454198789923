package org.badgebridge.verification.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.badgebridge.verification.reading.Found.Container;
import org.badgebridge.verification.reading.Found.Remark;
import org.badgebridge.verification.verdict.Outcome;

/**
 * The badge that is attached to a certificate of ours. The file is not understood as a PDF, which
 * can do too much: its streams are looked through for one that is a badge, as it is or unpacked
 * within bounds, as other programs store it again.
 */
final class PdfFile {

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of one stream, and of all together, that are unpacked. */
  private static final int LARGEST = 256 * 1024;

  private static final int LARGEST_TOGETHER = 4 << 20;

  private static final byte[] NOTHING = new byte[0];

  private final byte[] pdf;
  private int rest = LARGEST_TOGETHER;

  private PdfFile(byte[] pdf) {
    this.pdf = pdf;
  }

  static boolean looksLike(byte[] bytes) {
    return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
  }

  static Found read(byte[] pdf) {
    List<String> badges = List.copyOf(new PdfFile(pdf).badges());
    if (badges.isEmpty()) {
      throw new Unreadable("file.no-badge-in-pdf");
    }
    Remark remark = badges.size() == 1 ? null : new Remark(Outcome.FAILED, "file.twice");
    return new Found(Container.PDF, badges.get(0), remark);
  }

  private Set<String> badges() {
    Set<String> badges = new LinkedHashSet<>();
    int at = next(STREAM, 0);
    while (at >= 0) {
      int begin = lineEnd(at + STREAM.length);
      int end = next(END, begin);
      if (end < 0) {
        break;
      }
      String text = new String(content(begin, end), StandardCharsets.UTF_8).strip();
      if (text.startsWith("{") && text.endsWith("}") && text.contains("\"@context\"")) {
        badges.add(text);
      }
      at = next(STREAM, end + END.length);
    }
    return badges;
  }

  /** As it is if it begins like JSON, unpacked if it begins like zlib (RFC 1950 §2.2). */
  private byte[] content(int begin, int end) {
    if (begin < end && pdf[begin] == '{') {
      return Arrays.copyOfRange(pdf, begin, end);
    }
    boolean zlib = end - begin > 2 && (pdf[begin] & 0x0f) == 8;
    return zlib && rest > 0 ? inflated(begin, end) : NOTHING;
  }

  private byte[] inflated(int begin, int end) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(pdf, begin, end - begin);
      byte[] first = new byte[1];
      if (inflater.inflate(first) != 1 || first[0] != '{') {
        return NOTHING; // no JSON: not unpacked any further
      }
      byte[] content = new byte[Math.min(LARGEST, rest) + 1];
      content[0] = first[0];
      int length = 1 + inflater.inflate(content, 1, content.length - 1);
      rest -= length;
      return inflater.finished() ? Arrays.copyOf(content, length) : NOTHING;
    } catch (DataFormatException e) {
      return NOTHING;
    } finally {
      inflater.end();
    }
  }

  /** Behind the line end after the keyword (PDF §7.3.8.1). */
  private int lineEnd(int from) {
    int at = from;
    if (at < pdf.length && pdf[at] == '\r') {
      at++;
    }
    return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
  }

  private int next(byte[] word, int from) {
    for (int i = from; i <= pdf.length - word.length; i++) {
      if (pdf[i] == word[0] && Arrays.equals(pdf, i, i + word.length, word, 0, word.length)) {
        return i;
      }
    }
    return -1;
  }
}
