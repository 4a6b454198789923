package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdministratorOnly;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Where an administrator makes a badge class. */
@Path("/admin/badges/new")
@AdministratorOnly
@Produces("text/html;charset=UTF-8")
public class NewBadgePage {

  private final CreateBadgeClass create;
  private final Institutions institutions;
  private final VisualGrammars grammars;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public NewBadgePage(
      CreateBadgeClass create,
      Institutions institutions,
      VisualGrammars grammars,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.create = create;
    this.institutions = institutions;
    this.grammars = grammars;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String form(@QueryParam("institution") @Nullable UUID institution) {
    UUID chosen = chosen(institution);
    return render(chosen, BadgeClassDraft.blank(signedIn.locale(), grammars.of(chosen)), List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @FormParam("institution") @Nullable UUID institution, MultivaluedMap<String, String> form) {
    BadgeClassDraft draft = BadgeClassDraft.from(form);
    UUID chosen = chosen(institution);
    try {
      boolean publish = "yes".equals(form.getFirst("publish"));
      BadgeClass made = create.create(chosen, draft, publish, signedIn.actor());
      return Response.seeOther(URI.create("/admin/badges/" + made.id())).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(render(chosen, draft, invalid.faults()))
          .build();
    }
  }

  private UUID chosen(@Nullable UUID wanted) {
    return institutions.all().stream()
        .map(each -> each.id())
        .filter(id -> wanted == null || id.equals(wanted))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.no-issuer"));
  }

  private String render(UUID institution, BadgeClassDraft draft, List<FieldFault> faults) {
    Page page = Page.open(signedIn.locale(), words);
    return views.render(
        "badgeclass/new.jte",
        page,
        Map.of(
            "institutions",
            institutions.all(),
            "institution",
            institution,
            "grammar",
            grammars.of(institution),
            "draft",
            draft,
            "faults",
            faults));
  }
}
