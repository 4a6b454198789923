package org.badgebridge.operator.awards;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.book.AwardBook;
import org.badgebridge.award.book.AwardQuery;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.institution.Institution;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The awards of an institution or of one badge class, in every state, to find one. */
@Path("/admin/direct-awards")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class AwardsPage {

  static final String ADDRESS = "/admin/direct-awards";
  private static final int SHOWN = 50;

  private final AwardBook book;
  private final BadgeClasses badgeClasses;
  private final Tenants tenants;
  private final SignedIn signedIn;
  private final AwardScreen screen;

  @Inject
  public AwardsPage(
      AwardBook book,
      BadgeClasses badgeClasses,
      Tenants tenants,
      SignedIn signedIn,
      AwardScreen screen) {
    this.book = book;
    this.badgeClasses = badgeClasses;
    this.tenants = tenants;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("origin") @DefaultValue("") String origin,
      @QueryParam("words") @DefaultValue("") String words,
      @QueryParam("after") @Nullable String after) {
    BadgeClass badgeClass = badgeClass(badge);
    Tenants.Choice choice =
        tenants.choose(
            badgeClass == null
                ? institution
                : badgeClasses.institutionOf(badgeClass.id()).toString(),
            signedIn.actor());
    Institution chosen = choice.chosen();
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", choice.all());
    parts.put("badgeClass", badgeClass);
    Map<String, String> same = same(chosen, badgeClass, state, origin, words);
    parts.put("chosen", same);
    if (chosen != null) {
      AwardBook.Slice found =
          book.page(
              Place.institution(chosen.id()),
              new AwardQuery(
                  badgeClass == null ? null : badgeClass.id(),
                  one(AwardState.values(), state),
                  one(Origin.values(), origin),
                  words),
              Link.id(after),
              SHOWN);
      parts.put("awards", found.awards());
      if (found.next() != null) {
        Map<String, String> next = new LinkedHashMap<>(same);
        next.put("after", found.next().toString());
        parts.put("next", Link.to(ADDRESS, next));
      }
    }
    return screen.show(200, "awards.jte", chosen, parts);
  }

  private @Nullable BadgeClass badgeClass(@Nullable String sent) {
    UUID id = Link.id(sent);
    return id == null ? null : badgeClasses.find(id).orElseThrow(AwardScreen::missing);
  }

  private static <E extends Enum<E>> Set<E> one(E[] all, String sent) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(sent))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> same(
      @Nullable Institution chosen,
      @Nullable BadgeClass badgeClass,
      String state,
      String origin,
      String words) {
    Map<String, String> same = new LinkedHashMap<>();
    put(same, "institution", chosen == null ? "" : chosen.id().toString());
    put(same, "badge", badgeClass == null ? "" : badgeClass.id().toString());
    put(same, "state", state);
    put(same, "origin", origin);
    put(same, "words", words);
    return same;
  }

  private static void put(Map<String, String> all, String name, String value) {
    if (!value.isBlank()) {
      all.put(name, value);
    }
  }
}
