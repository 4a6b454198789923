package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.ArrangeGrammar.Deed;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The types and themes of an institution, with the buttons that switch and order them. */
@Path("/admin/types-and-themes")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class TypesAndThemesPage {

  static final String ADDRESS = "/admin/types-and-themes?institution=";

  private final ArrangeGrammar arrange;
  private final SignedIn signedIn;
  private final GrammarScreen screen;

  @Inject
  public TypesAndThemesPage(ArrangeGrammar arrange, SignedIn signedIn, GrammarScreen screen) {
    this.arrange = arrange;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public String list(
      @QueryParam("institution") @Nullable UUID institution, @QueryParam("saved") boolean saved) {
    List<Institution> all = screen.institutions();
    UUID chosen = institution != null || all.isEmpty() ? institution : all.get(0).id();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "drawing.no-institution");
    }
    return screen.show(
        "drawing/list.jte",
        screen.institution(chosen),
        Map.of("institutions", all, "saved", saved));
  }

  @POST
  public Response arrange(
      @FormParam("institution") @Nullable UUID institution,
      @FormParam("kind") @DefaultValue("") String kind,
      @FormParam("slug") @DefaultValue("") String slug,
      @FormParam("deed") @DefaultValue("") String deed) {
    Deed wanted =
        Arrays.stream(Deed.values())
            .filter(each -> each.name().equals(deed))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "drawing.none"));
    Kind which =
        Kind.of(kind)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "drawing.none"));
    if (institution == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "drawing.no-institution");
    }
    UUID id = screen.institution(institution).id();
    arrange.arrange(id, which, slug, wanted, signedIn.actor());
    return Response.seeOther(URI.create(ADDRESS + id + "&saved=true#" + which.slug())).build();
  }
}
