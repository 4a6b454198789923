package org.badgebridge.credential.supplement;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent to become a supplement, and fits.
 *
 * @param name as it was called where it came from
 */
@SuppressWarnings("ArrayRecordComponent") // written into the database at once
public record Upload(String name, DocumentKind kind, byte[] content) {

  /** The largest file there may be: 10 MiB. */
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;

  /**
   * Checks a file.
   *
   * @param sentName its name, in the way of an address, because headers carry only ASCII
   * @throws InvalidFields if it is empty, too large, or of a kind that is not taken
   */
  static Upload of(@Nullable String sentName, byte[] content) {
    if (content.length > LARGEST) {
      throw fault("credential.supplement.too-large", LARGEST / 1024 / 1024);
    }
    DocumentKind kind =
        DocumentKind.of(content).orElseThrow(() -> fault("credential.supplement.kind"));
    return new Upload(name(sentName, kind), kind, content);
  }

  /** The name without what files end with. */
  String title() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String name(@Nullable String sent, DocumentKind kind) {
    String name = "";
    try {
      name = PlainText.line(URLDecoder.decode(sent == null ? "" : sent, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // not a name: it gets one of ours
    }
    String clean = name.replaceAll("[\\\\/:*?\"<>|]", "-").strip();
    if (clean.isEmpty()) {
      return "document." + kind.suffix();
    }
    return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
  }

  private static InvalidFields fault(String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of("file", key, arguments)));
  }
}
