package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.backpack.elsewhere.ImportedBadges;
import org.badgebridge.backpack.leaving.Leavers;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.institution.Terms;
import org.badgebridge.institution.TermsBook;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The owner's pages outside the LMS. */
@Path("/backpack")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class BackpackPage {

  /** Requests that the backpack itself shows; there is a page for all. */
  private static final int REQUESTS = 5;

  /** Badges from elsewhere that it shows; there is a page for all. */
  private static final int ELSEWHERE = 6;

  private final Backpack backpack;
  private final Awards awards;
  private final TermsBook book;
  private final RequestList requests;
  private final Supplements supplements;
  private final Leavers leavers;
  private final ImportedBadges imported;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  @SuppressWarnings("TooManyParameters") // all that lies in a backpack
  public BackpackPage(
      Backpack backpack,
      Awards awards,
      TermsBook book,
      RequestList requests,
      Supplements supplements,
      Leavers leavers,
      ImportedBadges imported,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.backpack = backpack;
    this.awards = awards;
    this.book = book;
    this.requests = requests;
    this.supplements = supplements;
    this.leavers = leavers;
    this.imported = imported;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String list(@QueryParam("after") @Nullable UUID after) {
    Backpack.Contents contents = backpack.of(signedIn.personId(), after);
    awards.markSeen(
        contents.offers().stream().map(Backpack.Item::award).map(DirectAward::id).toList());
    return views.render(
        "backpack/backpack.jte",
        page(),
        Map.of(
            "contents",
            contents,
            "first",
            after == null,
            "requests",
            requests.ofPerson(signedIn.personId(), null, REQUESTS),
            "news",
            after == null ? supplements.news(signedIn.personId()) : List.of(),
            "owed",
            owed(contents.offers()),
            "consents",
            book.consents(signedIn.personId()),
            "leaving",
            after == null && leavers.sees(signedIn.personId()),
            "elsewhere",
            after == null ? imported.of(signedIn.personId(), ELSEWHERE) : List.of()));
  }

  /** The terms to agree to at a claim, by institution. */
  private Map<UUID, Terms> owed(List<Backpack.Item> items) {
    Map<UUID, Terms> owed = new HashMap<>();
    items.stream()
        .filter(item -> item.credential() == null)
        .map(item -> item.award().institutionId())
        .distinct()
        .forEach(
            each -> book.owed(signedIn.personId(), each).ifPresent(terms -> owed.put(each, terms)));
    return owed;
  }

  private Page page() {
    return Page.open(signedIn.locale(), words);
  }
}
