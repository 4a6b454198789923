package org.badgebridge.demo.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page as the browser got it. */
public record ToolPage(URI address, int status, String body, HttpResponse<String> response) {

  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern BODY = Pattern.compile("<body\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern INPUT =
      Pattern.compile("<(?:input|button)\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  /** A form that a script would send, or a person would. */
  public record Form(String action, Map<String, String> fields) {}

  static ToolPage of(HttpResponse<String> response) {
    return new ToolPage(response.uri(), response.statusCode(), response.body(), response);
  }

  /** The first form that posts; null when there is none. */
  public @Nullable Form form() {
    Matcher form = FORM.matcher(body);
    while (form.find()) {
      Map<String, String> head = attributes(form.group(1));
      if ("post".equalsIgnoreCase(head.get("method"))) {
        return new Form(head.getOrDefault("action", ""), fields(form.group(2)));
      }
    }
    return null;
  }

  /** The fields of that form; none when there is no form. */
  public Map<String, String> fields() {
    Form form = form();
    return form == null ? Map.of() : form.fields();
  }

  /** The attributes of the body element whose names begin so. */
  Map<String, String> body(String prefix) {
    Matcher element = BODY.matcher(body);
    Map<String, String> all =
        new LinkedHashMap<>(element.find() ? attributes(element.group(1)) : Map.of());
    all.keySet().removeIf(name -> !name.startsWith(prefix));
    return all;
  }

  private static Map<String, String> fields(String inside) {
    var fields = new LinkedHashMap<String, String>();
    Matcher input = INPUT.matcher(inside);
    while (input.find()) {
      Map<String, String> attributes = attributes(input.group(1));
      String name = attributes.get("name");
      if (name != null) {
        fields.put(name, attributes.getOrDefault("value", ""));
      }
    }
    return fields;
  }

  private static Map<String, String> attributes(String text) {
    var attributes = new LinkedHashMap<String, String>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      attributes.put(attribute.group(1), plain(value));
    }
    return attributes;
  }

  private static String plain(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
