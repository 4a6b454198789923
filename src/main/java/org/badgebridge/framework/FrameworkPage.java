package org.badgebridge.framework;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** One framework: how far its import is, some of its items, and what can be done to it. */
@Path("/admin/frameworks/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class FrameworkPage {

  static final String ADDRESS = "/admin/frameworks/";

  private final Frameworks frameworks;
  private final Uploads uploads;
  private final ItemSearch search;
  private final ArrangeFramework arrange;
  private final SignedIn signedIn;
  private final FrameworkScreen screen;

  @Inject
  public FrameworkPage(
      Frameworks frameworks,
      Uploads uploads,
      ItemSearch search,
      ArrangeFramework arrange,
      SignedIn signedIn,
      FrameworkScreen screen) {
    this.frameworks = frameworks;
    this.uploads = uploads;
    this.search = search;
    this.arrange = arrange;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(
      @PathParam("id") UUID id, @QueryParam("words") @DefaultValue("") String words) {
    return show("framework.jte", id, words);
  }

  /** The part that follows an import while it runs. */
  @GET
  @Path("progress")
  public Response progress(
      @PathParam("id") UUID id, @QueryParam("words") @DefaultValue("") String words) {
    return show("state.jte", id, words);
  }

  private Response show(String template, UUID id, String words) {
    Framework framework = frameworks.get(id);
    Institution at = screen.institution(framework.institutionId());
    Map<String, Object> parts = new HashMap<>();
    parts.put("framework", framework);
    parts.put("upload", uploads.last(id).orElse(null));
    parts.put("count", frameworks.counts(at.id()).getOrDefault(id, Frameworks.Count.none(id)));
    parts.put("words", words);
    parts.put("items", search.within(id, words));
    return screen.show(200, template, at, parts);
  }

  @POST
  @Path("{deed: archive|restore|delete}")
  public Response arrange(@PathParam("id") UUID id, @PathParam("deed") String deed) {
    Institution at = screen.institution(frameworks.get(id).institutionId());
    ArrangeFramework.Deed wanted = ArrangeFramework.Deed.of(deed);
    arrange.arrange(id, wanted, signedIn.actor());
    return Response.seeOther(
            URI.create(
                wanted == ArrangeFramework.Deed.DELETE
                    ? FrameworksPage.ADDRESS + at.id() + "&done=deleted"
                    : ADDRESS + id))
        .build();
  }
}
