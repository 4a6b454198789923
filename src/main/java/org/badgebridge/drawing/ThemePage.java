package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** Where a theme of an institution's own is made and changed. */
@Path("/admin/types-and-themes/themes/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class ThemePage {

  private final GrammarRows rows;
  private final SaveTheme save;
  private final SignedIn signedIn;
  private final GrammarScreen screen;

  @Inject
  public ThemePage(GrammarRows rows, SaveTheme save, SignedIn signedIn, GrammarScreen screen) {
    this.rows = rows;
    this.save = save;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  @Path("new")
  public String blank(@PathParam("institution") UUID institution) {
    Institution at = screen.institution(institution);
    return show(at, "", 0, ThemeDraft.blank(), List.of());
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @PathParam("institution") UUID institution, MultivaluedMap<String, String> form) {
    return saved(institution, "", 0, ThemeDraft.from(form));
  }

  @GET
  @Path("{slug: [a-z0-9-]+}")
  public String form(@PathParam("institution") UUID institution, @PathParam("slug") String slug) {
    Institution at = screen.institution(institution);
    StoredTheme theme =
        rows.themes(institution).stream()
            .filter(each -> each.slug().equals(slug) && each.isOwn())
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "drawing.none"));
    return show(at, slug, theme.version(), ThemeDraft.of(theme.theme(null)), List.of());
  }

  @POST
  @Path("{slug: [a-z0-9-]+}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(
      @PathParam("institution") UUID institution,
      @PathParam("slug") String slug,
      @FormParam("version") long version,
      MultivaluedMap<String, String> form) {
    return saved(institution, slug, version, ThemeDraft.from(form));
  }

  private Response saved(UUID institution, String slug, long version, ThemeDraft draft) {
    Institution at = screen.institution(institution);
    try {
      save.save(institution, slug.isEmpty() ? null : slug, draft, version, signedIn.actor());
      return Response.seeOther(
              URI.create(TypesAndThemesPage.ADDRESS + institution + "&saved=true#themes"))
          .build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(show(at, slug, version, draft, invalid.faults()))
          .build();
    }
  }

  private String show(
      Institution at, String slug, long version, ThemeDraft draft, List<FieldFault> faults) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("slug", slug);
    parts.put("version", version);
    parts.put("draft", draft);
    parts.put("faults", faults);
    return screen.show("drawing/theme.jte", at, parts);
  }
}
