package org.badgebridge.passback.connector;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.institution.Institution;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;
import org.badgebridge.platform.Product;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Tenants;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Where the administrators of an institution see its connectors and make new ones. */
@Path("/admin/sources")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class SourcesPage {

  private final Connectors connectors;
  private final ConnectorKinds kinds;
  private final ConnectorPlatforms platforms;
  private final KeepConnector keep;
  private final ConnectorScreen screen;
  private final Tenants tenants;
  private final Rights rights;
  private final SignedIn signedIn;
  private final AdminScreen pages;

  @Inject
  public SourcesPage(
      Connectors connectors,
      ConnectorKinds kinds,
      ConnectorPlatforms platforms,
      KeepConnector keep,
      ConnectorScreen screen,
      Tenants tenants,
      Rights rights,
      SignedIn signedIn,
      AdminScreen pages) {
    this.connectors = connectors;
    this.kinds = kinds;
    this.platforms = platforms;
    this.keep = keep;
    this.screen = screen;
    this.tenants = tenants;
    this.rights = rights;
    this.signedIn = signedIn;
    this.pages = pages;
  }

  @GET
  public Response show(@QueryParam("institution") @Nullable String asked) {
    Institution institution = institution(asked);
    List<Served> served = platforms.of(institution.id());
    Set<Product> products = products(served);
    return pages.show(
        200,
        "passback/sources.jte",
        institution.accent(),
        Map.of(
            "institution",
            institution,
            "connectors",
            connectors.of(institution.id()),
            "kinds",
            kinds.suiting(products),
            "products",
            products,
            "platforms",
            served));
  }

  /** The form for a new connector of one kind. */
  @GET
  @Path("new")
  public Response form(
      @QueryParam("institution") @Nullable String asked,
      @QueryParam("source") @DefaultValue("") String source) {
    return form(200, institution(asked), kinds.of(source), Typed.of(Map.of()));
  }

  /** Makes it, and answers with its page: a secret of our making is shown there and never again. */
  @POST
  @Path("new")
  public Response make(
      @FormParam("institution") @Nullable String asked,
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("platform") @DefaultValue("") String platform,
      MultivaluedMap<String, String> sent) {
    Institution institution = institution(asked);
    ConnectorKind kind = kinds.of(source);
    Typed typed = Typed.of(sent);
    try {
      KeepConnector.Made made =
          keep.make(
              institution.id(),
              source,
              id(platform),
              ConnectorScreen.typed(kind, typed),
              signedIn.actor());
      return made.secret() == null
          ? Response.seeOther(URI.create("/admin/sources/" + made.id())).build()
          : screen.show(200, connectors.get(made.id()), made.secret(), null, null);
    } catch (InvalidFields invalid) {
      return form(invalid.type().status(), institution, kind, typed.with(invalid));
    }
  }

  private Response form(int status, Institution institution, ConnectorKind kind, Typed typed) {
    return pages.show(
        status,
        "passback/new.jte",
        institution.accent(),
        Map.of(
            "institution",
            institution,
            "kind",
            kind,
            "typed",
            typed,
            "platforms",
            suitingFirst(kind, platforms.of(institution.id()))));
  }

  private static Set<Product> products(List<Served> platforms) {
    return platforms.stream().map(Served::product).collect(Collectors.toUnmodifiableSet());
  }

  private static List<Served> suitingFirst(ConnectorKind kind, List<Served> platforms) {
    return platforms.stream()
        .sorted(Comparator.comparing(each -> !ConnectorKinds.suits(kind, Set.of(each.product()))))
        .toList();
  }

  private Institution institution(@Nullable String asked) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    rights.require(signedIn.actor(), Permission.ADMINISTRATE, Place.institution(chosen.id()));
    return chosen;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
  }
}
