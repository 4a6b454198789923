package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.backpack.sharing.ShareViews;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** The owner's collections: all of them, and each with what is in it. */
@Path(CollectionsPage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class CollectionsPage {

  static final String ADDRESS = "/backpack/collections";

  private final BadgeCollections collections;
  private final KeepCollection keeping;
  private final CollectionSheets sheets;
  private final ShareViews links;
  private final Clock clock;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public CollectionsPage(
      BadgeCollections collections,
      KeepCollection keeping,
      CollectionSheets sheets,
      ShareViews links,
      Clock clock,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.collections = collections;
    this.keeping = keeping;
    this.sheets = sheets;
    this.links = links;
    this.clock = clock;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response list() {
    return list(200, "", "", List.of());
  }

  @POST
  public Response create(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description) {
    try {
      return then(
          keeping.create(signedIn.personId(), name.strip(), description.strip(), signedIn.actor()));
    } catch (InvalidFields invalid) {
      return list(422, name, description, invalid.faults());
    }
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") UUID id) {
    BadgeCollection mine = collections.own(id, signedIn.personId());
    return one(200, mine, mine.name(), mine.description(), List.of());
  }

  @POST
  @Path("{id}/edit")
  public Response edit(
      @PathParam("id") UUID id,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description) {
    try {
      keeping.edit(id, signedIn.personId(), name.strip(), description.strip(), signedIn.actor());
      return then(id);
    } catch (InvalidFields invalid) {
      BadgeCollection mine = collections.own(id, signedIn.personId());
      return one(422, mine, name, description, invalid.faults());
    }
  }

  @POST
  @Path("{id}/publish")
  public Response publish(@PathParam("id") UUID id) {
    keeping.show(id, signedIn.personId(), true, signedIn.actor());
    return then(id);
  }

  @POST
  @Path("{id}/hide")
  public Response hide(@PathParam("id") UUID id) {
    keeping.show(id, signedIn.personId(), false, signedIn.actor());
    return then(id);
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") UUID id) {
    keeping.remove(id, signedIn.personId(), signedIn.actor());
    return Response.seeOther(URI.create(ADDRESS)).build();
  }

  static Response then(UUID id) {
    return Response.seeOther(URI.create(ADDRESS + "/" + id)).build();
  }

  private Response list(int status, String name, String description, List<FieldFault> faults) {
    return page(
        status,
        "backpack/collection/list.jte",
        Map.of(
            "collections",
            collections.of(signedIn.personId()),
            "name",
            name,
            "description",
            description,
            "faults",
            faults));
  }

  private Response one(
      int status, BadgeCollection mine, String name, String description, List<FieldFault> faults) {
    return page(
        status,
        "backpack/collection/one.jte",
        Map.of(
            "sheet",
            sheets.own(mine),
            "links",
            links.openOfCollection(mine.id(), clock.instant()),
            "name",
            name,
            "description",
            description,
            "faults",
            faults));
  }

  private Response page(int status, String view, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, Page.open(signedIn.locale(), words), parts))
        .build();
  }
}
