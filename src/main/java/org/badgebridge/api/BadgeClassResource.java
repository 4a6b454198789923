package org.badgebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.AchievementDocument;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.ChangedMeanwhile;
import org.badgebridge.badgeclass.EditBadgeClass;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.institution.Issuers;
import org.jspecify.annotations.Nullable;

/** One badge class: what is written about it, now and in its earlier versions. */
@Path(BadgeClassResource.PATH)
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class BadgeClassResource {

  static final String PATH = Answers.BADGE_CLASSES + "/{id: [0-9a-f-]{36}}";

  private final BadgeClasses badgeClasses;
  private final EditBadgeClass editing;
  private final AchievementDocument document;
  private final Issuers issuers;
  private final Answers answers;
  private final OnceOnly onceOnly;
  private final Caller caller;

  @Inject
  public BadgeClassResource(
      BadgeClasses badgeClasses,
      EditBadgeClass editing,
      AchievementDocument document,
      Issuers issuers,
      Answers answers,
      OnceOnly onceOnly,
      Caller caller) {
    this.badgeClasses = badgeClasses;
    this.editing = editing;
    this.document = document;
    this.issuers = issuers;
    this.answers = answers;
    this.onceOnly = onceOnly;
    this.caller = caller;
  }

  /** The numbers of all versions, the present one last. */
  record Versions(List<Integer> versions) {}

  /** What one version says. */
  record Version(UUID badgeClass, int number, JsonNode content) {}

  @GET
  public Response readBadgeClass(@PathParam("id") UUID id) {
    BadgeClassView view = answers.view(answers.readable(id, caller));
    return Response.ok(ApiJson.write(view))
        .header(HttpHeaders.ETAG, KnownState.tag(view.revision()))
        .build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replaceContent(
      @PathParam("id") UUID id,
      @QueryParam("newVersion") boolean newVersion,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    BadgeClass known = answers.readable(id, caller);
    Long revision = KnownState.revision(ifMatch, known.revision());
    BadgeContent content = ApiJson.read(ApiJson.bytes(body, ApiJson.LARGEST), BadgeContent.class);
    var change = new EditBadgeClass.Change(content, List.of(), revision, null, newVersion);
    try {
      return ContentFields.named(
              "",
              () ->
                  onceOnly.always(
                      () ->
                          answers.changed(
                              200,
                              editing.edit(id, caller.institutionId(), change, caller.actor()))))
          .response();
    } catch (ChangedMeanwhile e) {
      throw KnownState.failed();
    }
  }

  @GET
  @Path("versions")
  public String listVersions(@PathParam("id") UUID id) {
    return ApiJson.write(new Versions(badgeClasses.numbers(answers.readable(id, caller))));
  }

  @GET
  @Path("versions/{number: [0-9]{1,6}}")
  public String readVersion(@PathParam("id") UUID id, @PathParam("number") int number) {
    BadgeClass badgeClass = answers.readable(id, caller);
    return ApiJson.write(
        new Version(
            id, number, ApiJson.content(badgeClasses.version(badgeClass, number).content())));
  }

  @GET
  @Path("achievement")
  public String readAchievement(@PathParam("id") UUID id) {
    BadgeClass badgeClass = answers.readable(id, caller);
    return ApiJson.write(
        document.standalone(badgeClass.version(), issuers.get(badgeClass.issuerId())));
  }
}
