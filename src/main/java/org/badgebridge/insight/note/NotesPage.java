package org.badgebridge.insight.note;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The lessons of an institution: read, write, change and remove them. */
@Path("/admin/notes")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class NotesPage {

  private final KeepNotes keeping;
  private final Notes notes;
  private final NoteBoard board;
  private final Tenants tenants;
  private final SignedIn signedIn;

  @Inject
  public NotesPage(
      KeepNotes keeping, Notes notes, NoteBoard board, Tenants tenants, SignedIn signedIn) {
    this.keeping = keeping;
    this.notes = notes;
    this.board = board;
    this.tenants = tenants;
    this.signedIn = signedIn;
  }

  @GET
  public String show(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge,
      @QueryParam("course") @Nullable String course,
      @QueryParam("page") @DefaultValue("0") int page) {
    return board.show(
        chosen(institution),
        NoteForm.of(null, null, badge, course),
        List.of(),
        Math.max(0, Math.min(page, 10_000)),
        signedIn);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(
      @FormParam("institution") @Nullable String institution,
      @FormParam("words") @Nullable String words,
      @FormParam("day") @Nullable String day,
      @FormParam("badge") @Nullable String badge,
      @FormParam("course") @Nullable String course) {
    Institution chosen = chosen(institution);
    NoteForm form = NoteForm.of(words, day, badge, course);
    return answered(chosen, form, () -> keeping.write(chosen.id(), form, signedIn.actor()));
  }

  @POST
  @Path("{note: [0-9a-f-]{36}}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("note") UUID note,
      @FormParam("words") @Nullable String words,
      @FormParam("day") @Nullable String day) {
    Institution chosen = chosen(notes.get(note).institutionId().toString());
    NoteForm form = NoteForm.of(words, day, null, null);
    return answered(chosen, form, () -> keeping.change(note, form, signedIn.actor()));
  }

  @POST
  @Path("{note: [0-9a-f-]{36}}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("note") UUID note) {
    Institution chosen = chosen(notes.get(note).institutionId().toString());
    keeping.remove(note, signedIn.actor());
    return back(chosen);
  }

  private Response answered(Institution chosen, NoteForm form, Runnable deed) {
    try {
      deed.run();
      return back(chosen);
    } catch (InvalidFields invalid) {
      List<FieldFault> faults = invalid.faults();
      return Response.status(422).entity(board.show(chosen, form, faults, 0, signedIn)).build();
    }
  }

  private static Response back(Institution chosen) {
    return Response.seeOther(
            URI.create(Link.to("/admin/notes", Map.of("institution", chosen.id().toString()))))
        .build();
  }

  private Institution chosen(@Nullable String asked) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return chosen;
  }
}
