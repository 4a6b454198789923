package org.badgebridge.framework;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** What an uploaded file would bring, and the button that imports it. */
@Path("/admin/frameworks/uploads/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class UploadPage {

  static final String ADDRESS = "/admin/frameworks/uploads/";

  private final Uploads uploads;
  private final Frameworks frameworks;
  private final KeepUpload keep;
  private final ImportFramework importing;
  private final SignedIn signedIn;
  private final FrameworkScreen screen;

  @Inject
  public UploadPage(
      Uploads uploads,
      Frameworks frameworks,
      KeepUpload keep,
      ImportFramework importing,
      SignedIn signedIn,
      FrameworkScreen screen) {
    this.uploads = uploads;
    this.frameworks = frameworks;
    this.keep = keep;
    this.importing = importing;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("id") UUID id) {
    Upload upload = uploads.get(id);
    Institution at = screen.institution(upload.institutionId());
    return upload.frameworkId() == null
        ? preview(200, at, upload, upload.proposal(), List.of())
        : Response.seeOther(URI.create(FrameworkPage.ADDRESS + upload.frameworkId())).build();
  }

  @POST
  @Path("import")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response take(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    Upload upload = uploads.get(id);
    Institution at = screen.institution(upload.institutionId());
    FrameworkDraft draft = FrameworkDraft.from(form);
    try {
      UUID framework = importing.start(id, draft, signedIn.actor());
      return Response.seeOther(URI.create(FrameworkPage.ADDRESS + framework)).build();
    } catch (InvalidFields invalid) {
      return preview(invalid.type().status(), at, upload, draft, invalid.faults());
    }
  }

  @POST
  @Path("discard")
  public Response discard(@PathParam("id") UUID id) {
    Upload upload = uploads.get(id);
    Institution at = screen.institution(upload.institutionId());
    keep.discard(at.id(), id, signedIn.actor());
    return Response.seeOther(URI.create(FrameworksPage.ADDRESS + at.id() + "&done=discarded"))
        .build();
  }

  private Response preview(
      int status, Institution at, Upload upload, FrameworkDraft draft, List<FieldFault> faults) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("upload", upload);
    parts.put("preview", uploads.preview(upload.id()));
    parts.put("draft", draft);
    parts.put("faults", faults);
    parts.put("known", frameworks.named(at.id(), draft.name()).isPresent());
    return screen.show(status, "upload.jte", at, parts);
  }
}
