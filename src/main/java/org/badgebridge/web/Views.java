package org.badgebridge.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, compiled at build time. */
@ApplicationScoped
public class Views {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Views.class.getClassLoader(), "org.badgebridge.views");

  /**
   * The HTML of one template.
   *
   * @param template path below {@code src/main/jte}, e.g. {@code backpack/backpack.jte}
   * @param page given to the template as {@code page}
   * @param parameters the template's other parameters by name
   */
  public String render(String template, Page page, Map<String, ?> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("page", page);
    StringOutput output = new StringOutput(8192);
    engine.render(template, all, output);
    return output.toString();
  }
}
