package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdministratorOnly;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where an administrator looks at a badge class and changes it. */
@Path("/admin/badges/{id: [0-9a-f-]{36}}")
@AdministratorOnly
@Produces("text/html;charset=UTF-8")
public class EditBadgePage {

  private final BadgeClasses badgeClasses;
  private final EditBadgeClass edit;
  private final VisualGrammars grammars;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public EditBadgePage(
      BadgeClasses badgeClasses,
      EditBadgeClass edit,
      VisualGrammars grammars,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.badgeClasses = badgeClasses;
    this.edit = edit;
    this.grammars = grammars;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String form(@PathParam("id") UUID id, @QueryParam("saved") boolean saved) {
    BadgeClass badgeClass = badgeClass(id);
    return render(badgeClass, BadgeClassDraft.of(badgeClass), List.of(), saved);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    BadgeClassDraft draft = BadgeClassDraft.from(form);
    try {
      edit.edit(id, badgeClasses.institutionOf(id), draft, signedIn.actor());
      return Response.seeOther(URI.create("/admin/badges/" + id + "?saved=true")).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(render(badgeClass(id), draft, invalid.faults(), false))
          .build();
    }
  }

  private BadgeClass badgeClass(UUID id) {
    return badgeClasses
        .find(id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
  }

  private String render(
      BadgeClass badgeClass, BadgeClassDraft draft, List<FieldFault> faults, boolean saved) {
    VisualGrammar grammar =
        grammars
            .of(badgeClasses.institutionOf(badgeClass.id()))
            .keeping(badgeClass.typeSlug(), badgeClass.themeSlug());
    return views.render(
        "badgeclass/edit.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "badgeClass",
            badgeClass,
            "grammar",
            grammar,
            "draft",
            draft,
            "faults",
            faults,
            "saved",
            saved));
  }
}
