package org.badgebridge.catalogue;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.badgebridge.web.Link;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** A {@link CatalogueFilter} as an address asks for it; what is no id asks for nothing. */
public class FilterQuery {

  private static final int LONGEST = 200;

  @QueryParam("words")
  @DefaultValue("")
  private String words = "";

  @QueryParam("institution")
  private @Nullable String institution;

  @QueryParam("issuer")
  private @Nullable String issuer;

  @QueryParam("type")
  @DefaultValue("")
  private String type = "";

  @QueryParam("theme")
  @DefaultValue("")
  private String theme = "";

  @QueryParam("skill")
  @DefaultValue("")
  private String skill = "";

  @QueryParam("language")
  @DefaultValue("")
  private String language = "";

  CatalogueFilter filter() {
    return new CatalogueFilter(
        clean(words),
        Link.id(institution),
        Link.id(issuer),
        clean(type),
        clean(theme),
        clean(skill),
        clean(language));
  }

  private static String clean(String text) {
    String line = PlainText.line(text);
    return line.substring(0, Math.min(line.length(), LONGEST));
  }
}
