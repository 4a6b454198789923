package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.credential.PublicFrame;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.Renditions;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.credential.supplement.SupplementFile;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has a link gets. Search engines are told to keep out, caches to keep nothing.
 *
 * <p>{@code here} is the path at which they got it, {@code languages} what their browser accepts.
 */
@ApplicationScoped
public class SharedAnswers {

  private static final String HTML = "text/html;charset=UTF-8";

  private final Renditions renditions;
  private final Supplements supplements;
  private final Issuers issuers;
  private final PublicFrame frame;
  private final Views views;
  private final Words words;

  @Inject
  public SharedAnswers(
      Renditions renditions,
      Supplements supplements,
      Issuers issuers,
      PublicFrame frame,
      Views views,
      Words words) {
    this.renditions = renditions;
    this.supplements = supplements;
    this.issuers = issuers;
    this.frame = frame;
    this.views = views;
    this.words = words;
  }

  /** The link leads nowhere; the answer does not say whether it ever did. */
  Response over(@Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    return unlisted(
            Response.status(Response.Status.GONE)
                .entity(views.render("backpack/share/over.jte", page, Map.of()))
                .type(HTML))
        .build();
  }

  /**
   * The page of one badge.
   *
   * @param within the collection through which they came; null for none
   */
  Response badge(
      SeenBadge badge, String here, @Nullable BadgeCollection within, @Nullable String languages) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("seen", badge);
    parts.put("here", here);
    parts.put("within", within);
    String html =
        frame.render(
            "backpack/share/shared.jte",
            issuers.get(badge.credential().issuerId()),
            languages,
            parts);
    return unlisted(Response.ok(html, HTML)).build();
  }

  /** The page of a collection. */
  Response collection(
      BadgeCollection collection, List<SeenBadge> badges, String here, @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    List<String> holders =
        badges.stream().map(SeenBadge::holder).filter(name -> !name.isEmpty()).distinct().toList();
    String html =
        views.render(
            "backpack/share/collection.jte",
            page,
            Map.of("collection", collection, "badges", badges, "holders", holders, "here", here));
    return unlisted(Response.ok(html, HTML)).build();
  }

  /**
   * A signed file, where nothing is left out; the certificate is not among them, because it leads
   * to the public page.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if there is none for them
   */
  Response file(SeenBadge badge, String suffix) {
    Rendition rendition =
        Rendition.of(suffix)
            .filter(each -> badge.whole() && each != Rendition.PDF)
            .orElseThrow(ShareViews::missing);
    Renditions.File file =
        renditions.file(badge.credential(), rendition, Locale.ENGLISH, badge.holder());
    return unlisted(Response.ok(file.bytes().get(), rendition.type()))
        .header("Content-Disposition", file.attachment(badge.credential()))
        .build();
  }

  /**
   * A document that the owner shows with a badge.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not among them
   */
  Response supplement(SeenBadge badge, UUID id) {
    return SupplementFile.answer(
        supplements,
        badge.supplements().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(ShareViews::missing));
  }

  private static Response.ResponseBuilder unlisted(Response.ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive");
  }
}
