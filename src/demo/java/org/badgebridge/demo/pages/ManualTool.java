package org.badgebridge.demo.pages;

import org.badgebridge.demo.http.Html;

/** The form that registers a tool by typing its addresses. */
final class ManualTool {

  private ManualTool() {}

  static Html form() {
    return Html.of(
        """
        <form class="fields" method="post" action="/admin/tools">
        {}{}{}{}{}<button class="button">Register</button></form>
        """,
        field("name", "Name", "Badge Bridge", "text"),
        field("login", "Login initiation address", "http://127.0.0.1:8080/lti/login", "url"),
        field("target", "Launch address", "http://127.0.0.1:8080/lti/launch", "url"),
        field("redirects", "Redirect addresses", "http://127.0.0.1:8080/lti/launch", "text"),
        field("jwks", "Key set address", "http://127.0.0.1:8080/.well-known/jwks.json", "url"));
  }

  private static Html field(String name, String label, String example, String type) {
    return Html.of(
        "<label>{} <input name=\"{}\" type=\"{}\" value=\"{}\" required></label>",
        label,
        name,
        type,
        example);
  }
}
