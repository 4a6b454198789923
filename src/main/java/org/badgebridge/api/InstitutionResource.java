package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Place;
import org.jspecify.annotations.Nullable;

/** The institution of a client, and what its badge classes refer to. */
@Path("/api/v1")
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class InstitutionResource {

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final Issuers issuers;
  private final VisualGrammars grammars;
  private final Caller caller;

  @Inject
  public InstitutionResource(
      Institutions institutions,
      IssuerGroups groups,
      Issuers issuers,
      VisualGrammars grammars,
      Caller caller) {
    this.institutions = institutions;
    this.groups = groups;
    this.issuers = issuers;
    this.grammars = grammars;
    this.caller = caller;
  }

  record InstitutionView(
      UUID id,
      String name,
      Map<String, String> names,
      String language,
      @Nullable String url,
      @Nullable String email) {}

  record GroupView(UUID id, String name, boolean archived) {}

  record IssuerView(
      UUID id,
      String name,
      Map<String, String> names,
      @Nullable UUID issuerGroup,
      @Nullable String url,
      @Nullable String email,
      boolean archived) {}

  record Entry(String slug, Map<String, String> names) {}

  record GroupList(List<GroupView> issuerGroups) {}

  record IssuerList(List<IssuerView> issuers) {}

  record TypeList(List<Entry> types) {}

  record ThemeList(List<Entry> themes) {}

  @GET
  @Path("institution")
  public String readInstitution() {
    Institution all = institution();
    return ApiJson.write(
        new InstitutionView(
            all.id(),
            all.name(),
            all.names().texts(),
            all.defaultLocale().toLanguageTag(),
            all.url(),
            all.email()));
  }

  @GET
  @Path("issuer-groups")
  public String listIssuerGroups() {
    Place place = caller.place();
    return ApiJson.write(
        new GroupList(
            groups.of(place.institutionId()).stream()
                .filter(each -> isInstitution(place) || each.id().equals(place.issuerGroupId()))
                .map(each -> new GroupView(each.id(), each.name(), each.isArchived()))
                .toList()));
  }

  @GET
  @Path("issuers")
  public String listIssuers() {
    Place place = caller.place();
    Locale language = institution().defaultLocale();
    return ApiJson.write(
        new IssuerList(
            issuers.of(place.institutionId()).stream()
                .filter(each -> holdsFor(place, each))
                .map(each -> view(each, language))
                .toList()));
  }

  private static boolean isInstitution(Place place) {
    return place.issuerId() == null && place.issuerGroupId() == null;
  }

  private static boolean holdsFor(Place place, Issuer issuer) {
    return isInstitution(place)
        || (place.issuerId() == null
            ? place.issuerGroupId() != null && place.issuerGroupId().equals(issuer.groupId())
            : place.issuerId().equals(issuer.id()));
  }

  private static IssuerView view(Issuer issuer, Locale language) {
    return new IssuerView(
        issuer.id(),
        issuer.name(),
        issuer.names(language).texts(),
        issuer.groupId(),
        issuer.url(),
        issuer.email(),
        issuer.isArchived());
  }

  @GET
  @Path("types")
  public String listTypes() {
    return ApiJson.write(
        new TypeList(
            grammars.of(caller.institutionId()).types().stream()
                .map(each -> new Entry(each.slug(), each.names().texts()))
                .toList()));
  }

  @GET
  @Path("themes")
  public String listThemes() {
    return ApiJson.write(
        new ThemeList(
            grammars.of(caller.institutionId()).themes().stream()
                .map(each -> new Entry(each.slug(), each.names().texts()))
                .toList()));
  }

  private Institution institution() {
    return institutions
        .find(caller.institutionId())
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }
}
