package org.badgebridge.login;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Where people of an institution log in: its provider, with a test of it. */
@Path("/admin/login/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class LoginSetupPage {

  private final Institutions institutions;
  private final OpenIdProviders providers;
  private final KeepOpenIdProvider keeping;
  private final BeginLogin beginning;
  private final Rights rights;
  private final Places places;
  private final PublicOrigin origin;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  @SuppressWarnings("TooManyParameters") // an institution's page, and a test of what it set up
  public LoginSetupPage(
      Institutions institutions,
      OpenIdProviders providers,
      KeepOpenIdProvider keeping,
      BeginLogin beginning,
      Rights rights,
      Places places,
      PublicOrigin origin,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.providers = providers;
    this.keeping = keeping;
    this.beginning = beginning;
    this.rights = rights;
    this.places = places;
    this.origin = origin;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(
      @PathParam("institution") UUID id, @QueryParam("saved") @Nullable String saved) {
    Institution institution = required(id);
    return page(200, institution, Typed.of(kept(id)), saved != null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(@PathParam("institution") UUID id, MultivaluedMap<String, String> sent) {
    Institution institution = required(id);
    Typed typed = Typed.of(sent);
    try {
      keeping.keep(
          id,
          new KeepOpenIdProvider.Typed(
              typed.value("name"),
              typed.value("issuer"),
              typed.value("client"),
              typed.value("secret"),
              typed.ticked("enabled"),
              version(typed)),
          signedIn.actor());
    } catch (InvalidFields invalid) {
      return page(422, institution, typed.with(invalid), false);
    }
    return Response.seeOther(URI.create("/admin/login/" + id + "?saved")).build();
  }

  /** Logs the administrator in at the provider, to show what it says of them. */
  @GET
  @Path("test")
  public Response test(@PathParam("institution") UUID id, @Context HttpHeaders headers) {
    required(id);
    OpenIdProvider provider =
        providers
            .of(id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    String browser = LoginCookie.valueOrNew(headers.getCookies());
    return Response.seeOther(
            beginning.test(provider, signedIn.accountId(), browser, signedIn.locale()))
        .cookie(LoginCookie.of(browser))
        .build();
  }

  private static long version(Typed typed) {
    String version = typed.value("version");
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  private Map<String, String> kept(UUID id) {
    Map<String, String> values = new TreeMap<>();
    providers
        .of(id)
        .ifPresent(
            provider -> {
              values.put("name", provider.name());
              values.put("issuer", provider.issuer());
              values.put("client", provider.clientId());
              values.put("version", Long.toString(provider.version()));
              if (provider.enabled()) {
                values.put("enabled", "yes");
              }
            });
    return values;
  }

  private Institution required(UUID id) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), Permission.ADMINISTRATE, Place.institution(id));
    return institution;
  }

  private Response page(int status, Institution institution, Typed typed, boolean saved) {
    UUID id = institution.id();
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", List.copyOf(places.way(Level.INSTITUTION, id)));
    parts.put("typed", typed);
    parts.put("exists", providers.of(id).isPresent());
    parts.put("redirect", BeginLogin.redirect(origin, id));
    parts.put("saved", saved);
    return screen.show(status, "login/setup.jte", institution.accent(), parts);
  }
}
