package org.badgebridge.backpack.sharing;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.backpack.collection.BadgeCollections;
import org.badgebridge.backpack.collection.CollectionSheets;
import org.badgebridge.credential.Credential;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** The links of one collection, and the form of a new one. */
@Path("/backpack/collections/{id}/links")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class CollectionLinksPage {

  private final BadgeCollections collections;
  private final CollectionSheets sheets;
  private final ShareViews shares;
  private final ShareCollection sharing;
  private final Choices choices;
  private final LinksScreen screen;
  private final SignedIn signedIn;

  @Inject
  public CollectionLinksPage(
      BadgeCollections collections,
      CollectionSheets sheets,
      ShareViews shares,
      ShareCollection sharing,
      Choices choices,
      LinksScreen screen,
      SignedIn signedIn) {
    this.collections = collections;
    this.sheets = sheets;
    this.shares = shares;
    this.sharing = sharing;
    this.choices = choices;
    this.screen = screen;
    this.signedIn = signedIn;
  }

  static String path(UUID collection) {
    return "/backpack/collections/" + collection + "/links";
  }

  @GET
  public Response show(@PathParam("id") UUID id) {
    return page(200, own(id), ShareWish.USUALLY, List.of(), null);
  }

  /** Makes one; the answer is the only page that ever shows its address. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response share(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    BadgeCollection collection = own(id);
    ShareWish wish = ShareWish.typed(sent);
    try {
      String address = sharing.share(id, signedIn.personId(), wish, signedIn.actor());
      return page(200, collection, ShareWish.USUALLY, List.of(), address);
    } catch (InvalidFields invalid) {
      return page(422, collection, wish, invalid.faults(), null);
    }
  }

  private BadgeCollection own(UUID id) {
    return collections.own(id, signedIn.personId());
  }

  private Response page(
      int status,
      BadgeCollection collection,
      ShareWish wish,
      List<FieldFault> faults,
      @Nullable String made) {
    List<Credential> badges = sheets.holding(collection);
    return screen.show(
        status,
        new LinksScreen.Target(collection.name(), "/backpack/collections/" + collection.id(), true),
        badges.isEmpty() ? null : choices.of(badges),
        shares.ofCollection(collection.id()),
        new LinksScreen.Form(wish, faults, made));
  }
}
