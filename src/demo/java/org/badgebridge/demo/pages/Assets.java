package org.badgebridge.demo.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;

/** The campus's style sheet and scripts. */
final class Assets {

  static final List<String> NAMES =
      List.of("campus.css", "campus.js", "storage.js", "submit.js", "leave.js");

  private Assets() {}

  static Reply reply(String name) {
    String type = name.endsWith(".css") ? "text/css" : "text/javascript";
    return Reply.of(200, type + "; charset=utf-8", text(name)).with("Cache-Control", "no-cache");
  }

  /** The hidden frame that keeps data for tools, where the LMS has one with a name of its own. */
  static Reply storageFrame() {
    return Reply.html(
        200,
        Html.of(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Storage</title>
            <script src="/campus/storage.js"></script></head><body></body></html>
            """));
  }

  private static String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/org/badgebridge/demo/" + name)) {
      if (in == null) {
        throw new Refusal(404, "No such file.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
