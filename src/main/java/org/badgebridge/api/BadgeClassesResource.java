package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.CreateBadgeClass;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/** The badge classes of an institution. */
@Path(Answers.BADGE_CLASSES)
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class BadgeClassesResource {

  private final BadgeClasses badgeClasses;
  private final CreateBadgeClass creating;
  private final Answers answers;
  private final OnceOnly onceOnly;
  private final Caller caller;
  private final PublicOrigin origin;

  @Inject
  public BadgeClassesResource(
      BadgeClasses badgeClasses,
      CreateBadgeClass creating,
      Answers answers,
      OnceOnly onceOnly,
      Caller caller,
      PublicOrigin origin) {
    this.badgeClasses = badgeClasses;
    this.creating = creating;
    this.answers = answers;
    this.onceOnly = onceOnly;
    this.caller = caller;
    this.origin = origin;
  }

  /**
   * One page of a list.
   *
   * @param next the address of the next page; null on the last
   */
  record Page(List<BadgeClassView> badgeClasses, @Nullable String next) {}

  /**
   * What is to be made.
   *
   * @param issuer null for the institution's first
   */
  record Wish(@Nullable UUID issuer, boolean publish, @Nullable BadgeContent content) {}

  @GET
  public String listBadgeClasses(@BeanParam ListQuery query) {
    BadgeClasses.Slice slice =
        badgeClasses.within(caller.place(), query.filter(), query.after(), query.limit());
    UUID next = slice.next();
    return ApiJson.write(
        new Page(
            answers.views(slice.badgeClasses(), caller.institutionId()),
            next == null ? null : origin.at(Answers.BADGE_CLASSES + query.next(next))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response createBadgeClass(
      @HeaderParam("Idempotency-Key") @Nullable String key, InputStream body) throws IOException {
    byte[] bytes = ApiJson.bytes(body, ApiJson.LARGEST);
    Wish wish = ApiJson.read(bytes, Wish.class);
    BadgeContent content = wish.content;
    if (content == null) {
      throw new InvalidFields(List.of(FieldFault.of("content", "api.fault.missing")));
    }
    CreateBadgeClass.Wish all =
        new CreateBadgeClass.Wish(content, List.of(), wish.issuer, wish.publish);
    String what = "create " + new String(bytes, StandardCharsets.UTF_8);
    return ContentFields.named(
            "content.",
            () ->
                onceOnly.answer(
                    new OnceOnly.Request(caller.id(), key, what),
                    () ->
                        answers.changed(
                            201, creating.create(caller.institutionId(), all, caller.actor()))))
        .response();
  }
}
