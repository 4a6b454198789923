package org.badgebridge.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stops our mail, and lets it come again. Opening it only shows; mail programs post
 * to it by themselves (RFC 8058), as a form of either kind, and follow no redirect.
 */
@Path("/mail/stop/{token}")
@Produces("text/html;charset=UTF-8")
public class StopPage {

  private final StopLink link;
  private final MailStops stops;
  private final ChangeStop change;
  private final LmsUsers lmsUsers;
  private final Views views;
  private final Words words;

  @Inject
  public StopPage(
      StopLink link,
      MailStops stops,
      ChangeStop change,
      LmsUsers lmsUsers,
      Views views,
      Words words) {
    this.link = link;
    this.stops = stops;
    this.change = change;
    this.lmsUsers = lmsUsers;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(
      @PathParam("token") String token,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    return page(link.learner(token), languages);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("token") String token,
      @FormParam("do") @Nullable String deed,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    UUID learner = link.learner(token);
    if ("resume".equals(deed)) {
      change.resume(learner);
    } else {
      change.stop(learner);
    }
    return page(learner, languages);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response stop(
      @PathParam("token") String token,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    UUID learner = link.learner(token);
    change.stop(learner);
    return page(learner, languages);
  }

  private Response page(UUID learner, @Nullable String languages) {
    String own = lmsUsers.find(learner).map(LmsUser::profile).map(this::locale).orElse("");
    return Response.ok(
            views.render(
                "delivery/stop.jte",
                Page.open(Words.choose(languages, own), words),
                Map.of("stopped", stops.stopped(learner))))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private String locale(LmsUser.Profile profile) {
    String locale = profile.locale();
    return locale == null ? "" : locale;
  }
}
