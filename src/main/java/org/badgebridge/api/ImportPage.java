package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/**
 * Where staff import a file of badge classes: first they see what would become of each row, then
 * they do it. A chosen file is sent by the page's script as the body of a request; without it the
 * file's text is pasted.
 */
@Path("/admin/badges/import")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class ImportPage {

  private final ImportBadgeClasses importing;
  private final Tenants tenants;
  private final Rights rights;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public ImportPage(
      ImportBadgeClasses importing,
      Tenants tenants,
      Rights rights,
      SignedIn signedIn,
      AdminScreen screen) {
    this.importing = importing;
    this.tenants = tenants;
    this.rights = rights;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@QueryParam("institution") @Nullable String institution) {
    Institution at = institution(institution);
    if (!rights.somewhereIn(signedIn.actor(), at.id()).contains(Permission.CREATE)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "staff.lacks.CREATE");
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("text", "");
    return screen(200, at, new ImportBadgeClasses.Manner(true, false, false), parts);
  }

  @POST
  public Response paste(
      @FormParam("institution") @Nullable String institution,
      @FormParam("text") @DefaultValue("") String text,
      @FormParam("deed") @DefaultValue("look") String deed,
      @FormParam("newVersion") boolean newVersion,
      @FormParam("publish") boolean publish) {
    Institution at = institution(institution);
    Map<String, Object> parts = new HashMap<>();
    parts.put("text", text);
    var manner = new ImportBadgeClasses.Manner(!deed.equals("import"), newVersion, publish);
    int status = take(at, text.getBytes(StandardCharsets.UTF_8), manner, parts);
    return screen(status, at, manner, parts);
  }

  /** Answers with the part of the page that tells what became of each row. */
  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response file(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("deed") @DefaultValue("look") String deed,
      @QueryParam("newVersion") boolean newVersion,
      @QueryParam("publish") boolean publish,
      InputStream body)
      throws IOException {
    Institution at = institution(institution);
    Map<String, Object> parts = new HashMap<>();
    var manner = new ImportBadgeClasses.Manner(!deed.equals("import"), newVersion, publish);
    int status = take(at, ApiJson.bytes(body, ImportFile.LARGEST), manner, parts);
    return screen.show(status, "api/outcome.jte", at.accent(), parts);
  }

  private int take(
      Institution at, byte[] file, ImportBadgeClasses.Manner manner, Map<String, Object> parts) {
    try {
      parts.put("report", importing.take(at.id(), file, manner, signedIn.actor()));
      return 200;
    } catch (InvalidFields invalid) {
      parts.put("fault", invalid.faults().get(0));
      return invalid.type().status();
    } catch (ProblemException problem) {
      if (problem.type() != ProblemType.MALFORMED) {
        throw problem;
      }
      parts.put("fault", new FieldFault("", problem.detailKey(), List.of()));
      return problem.type().status();
    }
  }

  private Response screen(
      int status, Institution at, ImportBadgeClasses.Manner manner, Map<String, Object> parts) {
    parts.put("institution", at);
    parts.put("manner", manner);
    return screen.show(status, "api/import.jte", at.accent(), parts);
  }

  private Institution institution(@Nullable String asked) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return chosen;
  }
}
