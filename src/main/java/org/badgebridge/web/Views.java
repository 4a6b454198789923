package org.badgebridge.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders the templates of {@code src/main/jte}, compiled at build time. */
@ApplicationScoped
public class Views {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Views.class.getClassLoader(), "org.badgebridge.views");

  private final @Nullable SignedIn signedIn;

  @Inject
  public Views(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  /** Where nobody can be signed in. */
  public Views() {
    this.signedIn = null;
  }

  /**
   * The HTML of one template.
   *
   * @param template path below {@code src/main/jte}, e.g. {@code backpack/backpack.jte}
   * @param page given to the template as {@code page}
   * @param parameters the template's other parameters by name
   */
  public String render(String template, Page page, Map<String, ?> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("page", page.with(menu()));
    StringOutput output = new StringOutput(8192);
    engine.render(template, all, output);
    return output.toString();
  }

  private Set<AdminMenu.Item> menu() {
    try {
      return signedIn == null ? Set.of() : signedIn.menu();
    } catch (ContextNotActiveException e) {
      return Set.of(); // a job renders, for nobody who is here
    }
  }
}
