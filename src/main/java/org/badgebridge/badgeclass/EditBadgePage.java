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
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Where staff look at a badge class and change it. */
@Path("/admin/badges/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class EditBadgePage {

  private final BadgeClasses badgeClasses;
  private final Authority authority;
  private final SaveForm save;
  private final Editors editors;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public EditBadgePage(
      BadgeClasses badgeClasses,
      Authority authority,
      SaveForm save,
      Editors editors,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.badgeClasses = badgeClasses;
    this.authority = authority;
    this.save = save;
    this.editors = editors;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String form(
      @PathParam("id") UUID id,
      @QueryParam("saved") boolean saved,
      @QueryParam("unready") boolean unready) {
    BadgeClass badgeClass = badgeClass(id);
    Editor editor = editors.of(badgeClass);
    return render(badgeClass, unready ? editor.again(save.missing(badgeClass)) : editor, saved, "");
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    BadgeClass badgeClass = badgeClass(id);
    Editor editor = editors.typed(badgeClass, form);
    try {
      save.save(badgeClass, editor, form, signedIn.actor());
      return Response.seeOther(URI.create("/admin/badges/" + id + "?saved=true")).build();
    } catch (InvalidFields invalid) {
      return again(invalid, badgeClass, editor.again(invalid.faults()), "");
    } catch (NewVersionNeeded needed) {
      return again(needed, badgeClass, editor.asking(needed.number()), "");
    } catch (ChangedMeanwhile changed) {
      BadgeClass now = badgeClass(id);
      return again(changed, now, editor.onTopOf(editors.of(now)), ChangedMeanwhile.KEY);
    }
  }

  private Response again(
      ProblemException refused, BadgeClass badgeClass, Editor editor, String notice) {
    return Response.status(refused.type().status())
        .entity(render(badgeClass, editor, false, notice))
        .build();
  }

  private BadgeClass badgeClass(UUID id) {
    BadgeClass found =
        badgeClasses
            .find(id)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
    authority.require(signedIn.actor(), Permission.READ, found);
    return found;
  }

  private String render(BadgeClass badgeClass, Editor editor, boolean saved, String notice) {
    return views.render(
        "badgeclass/edit.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "badgeClass",
            badgeClass,
            "editor",
            editor,
            "saved",
            saved,
            "notice",
            notice,
            "editable",
            authority.may(signedIn.actor(), Permission.UPDATE, badgeClass),
            "archivable",
            authority.may(signedIn.actor(), Permission.DELETE, badgeClass)));
  }
}
