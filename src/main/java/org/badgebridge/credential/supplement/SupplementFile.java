package org.badgebridge.credential.supplement;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a supplement is handed out: to be saved, and never to run anything here. */
public final class SupplementFile {

  private SupplementFile() {}

  /** The answer with the file. */
  public static Response answer(Supplements supplements, Supplement supplement) {
    return Response.ok(supplements.content(supplement), supplement.kind().type())
        .header("Content-Disposition", disposition(supplement))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .build();
  }

  /** Its own name, and one of ASCII letters for programs that know no other (RFC 6266 §4.3). */
  private static String disposition(Supplement supplement) {
    String name =
        URLEncoder.encode(supplement.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"document.%s\"; filename*=UTF-8''%s"
        .formatted(supplement.kind().suffix(), name);
  }
}
