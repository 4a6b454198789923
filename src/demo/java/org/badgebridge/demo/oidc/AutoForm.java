package org.badgebridge.demo.oidc;

import java.util.Map;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Reply;

/** A page that posts a form to another site by itself, as browsers must between LMS and tool. */
final class AutoForm {

  private AutoForm() {}

  static Reply to(String action, Map<String, String> fields) {
    Html inputs =
        Html.join(
            fields.entrySet().stream()
                .map(
                    field ->
                        Html.of(
                            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                            field.getKey(),
                            field.getValue())));
    return Reply.html(
            200,
            Html.of(
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Opening…</title>
                <link rel="stylesheet" href="/campus/campus.css">
                <script src="/campus/submit.js" defer></script></head>
                <body class="bare"><form id="auto" method="post" action="{}">
                {}
                <noscript><button class="button">Continue</button></noscript>
                </form></body></html>
                """,
                action,
                inputs))
        .with("Cache-Control", "no-store");
  }
}
