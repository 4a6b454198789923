package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.badgeclass.ArchiveBadgeClass;
import org.badgebridge.badgeclass.CopyBadgeClass;
import org.badgebridge.badgeclass.PublishBadgeClass;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a badge class. Doing it twice changes nothing more; copying makes another.
 */
@Path(BadgeClassResource.PATH)
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class BadgeClassDeeds {

  private final PublishBadgeClass publishing;
  private final ArchiveBadgeClass archiving;
  private final CopyBadgeClass copying;
  private final Answers answers;
  private final OnceOnly onceOnly;
  private final Caller caller;

  @Inject
  public BadgeClassDeeds(
      PublishBadgeClass publishing,
      ArchiveBadgeClass archiving,
      CopyBadgeClass copying,
      Answers answers,
      OnceOnly onceOnly,
      Caller caller) {
    this.publishing = publishing;
    this.archiving = archiving;
    this.copying = copying;
    this.answers = answers;
    this.onceOnly = onceOnly;
    this.caller = caller;
  }

  @POST
  @Path("publish")
  public Response publishBadgeClass(@PathParam("id") UUID id) {
    return ContentFields.named(
            "content.",
            () ->
                onceOnly.always(
                    () ->
                        answers.changed(
                            200, publishing.publish(id, institution(), caller.actor()))))
        .response();
  }

  @POST
  @Path("archive")
  public Response archiveBadgeClass(@PathParam("id") UUID id) {
    return onceOnly
        .always(() -> answers.changed(200, archiving.archive(id, institution(), caller.actor())))
        .response();
  }

  @POST
  @Path("restore")
  public Response restoreBadgeClass(@PathParam("id") UUID id) {
    return onceOnly
        .always(() -> answers.changed(200, archiving.restore(id, institution(), caller.actor())))
        .response();
  }

  @POST
  @Path("copy")
  public Response copyBadgeClass(
      @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
    answers.readable(id, caller);
    return onceOnly
        .answer(
            new OnceOnly.Request(caller.id(), key, "copy " + id),
            () ->
                answers.changed(
                    201, copying.copy(id, institution(), caller.actor(), caller.locale())))
        .response();
  }

  private UUID institution() {
    return caller.institutionId();
  }
}
