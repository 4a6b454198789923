package org.badgebridge.credential;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Status lists, as verifiers fetch them. */
@Path("/status/{id}")
public class StatusResource {

  private final StatusListDocuments lists;

  @Inject
  StatusResource(StatusListDocuments lists) {
    this.lists = lists;
  }

  @GET
  public Response show(@PathParam("id") String id, @Context Request request) {
    StatusListDocuments.Version list =
        lists.current(Documents.id(id)).orElseThrow(Credentials::missing);
    EntityTag tag = new EntityTag(Long.toString(list.number()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(list.document(), "application/vc") : unchanged;
    return Documents.open(answer).tag(tag).header("Cache-Control", "no-cache").build();
  }
}
