package org.badgebridge.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.web.ContentSecurity;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * "Badges you can earn here": a block that event and course pages show in a frame, whoever they
 * are. It shows what is public anyway, sets no cookie and runs nothing.
 */
@Path("/embed")
public class EmbedPage {

  /** Badges of one block. */
  static final int MOST = 12;

  private final Catalogue catalogue;
  private final BadgeClasses badgeClasses;
  private final Entries entries;
  private final Views views;
  private final Words words;
  @Context private HttpServletResponse response;

  @Inject
  public EmbedPage(
      Catalogue catalogue, BadgeClasses badgeClasses, Entries entries, Views views, Words words) {
    this.catalogue = catalogue;
    this.badgeClasses = badgeClasses;
    this.entries = entries;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String block(
      @QueryParam("badge") @Nullable List<String> badges,
      @QueryParam("lang") @Nullable String language,
      @BeanParam FilterQuery query,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    ContentSecurity.apply(
        response, "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors *");
    Page page = Page.open(Words.choose(language, languages), words);
    return views.render(
        "catalogue/embed.jte",
        page,
        Map.of("entries", entries.of(chosen(badges, query), page.locale())));
  }

  /** Where one chooses the badges of a block and takes its HTML away. */
  @GET
  @Path("build")
  @Produces("text/html;charset=UTF-8")
  public String build(@HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    return views.render("catalogue/build.jte", page, Map.of("most", MOST));
  }

  private List<BadgeClass> chosen(@Nullable List<String> badges, FilterQuery query) {
    if (badges == null || badges.isEmpty()) {
      List<BadgeClass> found = catalogue.find(query.filter(), null).badgeClasses();
      return found.subList(0, Math.min(MOST, found.size()));
    }
    List<UUID> ids = badges.stream().map(Link::id).filter(Objects::nonNull).limit(MOST).toList();
    return badgeClasses.inOrder(ids).stream().filter(BadgeClass::isPublic).toList();
  }
}
