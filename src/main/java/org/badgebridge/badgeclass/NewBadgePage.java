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
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.content.ReadForm;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Where staff make a badge class. */
@Path("/admin/badges/new")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class NewBadgePage {

  private final CreateBadgeClass create;
  private final Editors editors;
  private final Tenants tenants;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public NewBadgePage(
      CreateBadgeClass create,
      Editors editors,
      Tenants tenants,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.create = create;
    this.editors = editors;
    this.tenants = tenants;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String form(@QueryParam("institution") @Nullable String institution) {
    return render(editors.blank(chosen(institution), signedIn.locale()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @FormParam("institution") @Nullable String institution, MultivaluedMap<String, String> form) {
    UUID chosen = chosen(institution);
    Editor editor = editors.typed(chosen, form);
    ReadForm read = new ReadForm(editor.form());
    try {
      boolean publish = "yes".equals(form.getFirst("publish"));
      BadgeClass made =
          create.create(
              chosen,
              new CreateBadgeClass.Wish(read.content(), read.faults(), editor.issuerId(), publish),
              signedIn.actor());
      return Response.seeOther(URI.create("/admin/badges/" + made.id())).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(render(editor.again(invalid.faults())))
          .build();
    }
  }

  private UUID chosen(@Nullable String wanted) {
    Institution chosen = tenants.choose(wanted, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "badgeclass.no-issuer");
    }
    return chosen.id();
  }

  private String render(Editor editor) {
    Page page = Page.open(signedIn.locale(), words);
    return views.render("badgeclass/new.jte", page, Map.of("editor", editor));
  }
}
