package org.badgebridge.award.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.award.request.DecideRequests.Done;
import org.badgebridge.award.request.DecideRequests.Word;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** What learners of an institution ask for, to be decided one by one or many at once. */
@Path(RequestsPage.ADDRESS)
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class RequestsPage {

  static final String ADDRESS = "/admin/requests";
  private static final int SHOWN = 50;

  private final RequestList list;
  private final DecideRequests decideRequests;
  private final Rights rights;
  private final Tenants tenants;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public RequestsPage(
      RequestList list,
      DecideRequests decideRequests,
      Rights rights,
      Tenants tenants,
      SignedIn signedIn,
      AdminScreen screen) {
    this.list = list;
    this.decideRequests = decideRequests;
    this.rights = rights;
    this.tenants = tenants;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@Context UriInfo address) {
    return show(200, address.getQueryParameters(), DecisionForm.EMPTY);
  }

  /** Decides about what is ticked. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(MultivaluedMap<String, String> sent) {
    Actor actor = signedIn.actor();
    UUID institution = Link.id(sent.getFirst("institution"));
    if (institution == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    rights.requireSomewhere(actor, Permission.AWARD, institution);
    DecisionForm form = DecisionForm.from(sent);
    Word word = Word.named(sent.getFirst("word"));
    if (form.ticked().isEmpty()) {
      return show(422, sent, form.withNothingTicked());
    }
    try {
      return back(sent, decideRequests.ticked(word, form, Reach.STAFF, actor));
    } catch (InvalidFields invalid) {
      return show(422, sent, form.with(invalid));
    }
  }

  private static Response back(MultivaluedMap<String, String> sent, Done done) {
    Map<String, String> all = filter(sent);
    all.put("done", done.word().name());
    all.put("n", Integer.toString(done.done()));
    all.put("left", Integer.toString(done.left()));
    return Response.seeOther(URI.create(Link.to(ADDRESS, all))).build();
  }

  /** What the list is narrowed to. */
  private static Map<String, String> filter(MultivaluedMap<String, String> asked) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String each : List.of("institution", "badge")) {
      UUID id = Link.id(asked.getFirst(each));
      if (id != null) {
        all.put(each, id.toString());
      }
    }
    all.put("state", state(asked).name());
    return all;
  }

  private static RequestState state(MultivaluedMap<String, String> asked) {
    RequestState named = RequestState.named(asked.getFirst("state"));
    return named == null ? RequestState.OPEN : named;
  }

  private Response show(int status, MultivaluedMap<String, String> asked, DecisionForm form) {
    Tenants.Choice choice = tenants.choose(asked.getFirst("institution"), signedIn.actor());
    List<Institution> all = choice.all().stream().filter(this::mayAward).toList();
    Institution chosen = chosen(asked.getFirst("institution"), choice, all);
    Map<UUID, String> visible = chosen == null ? Map.of() : visible(chosen);
    Map<String, String> filter = filter(asked);
    if (chosen != null) {
      filter.put("institution", chosen.id().toString());
    }
    UUID after = Link.id(asked.getFirst("after"));
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", all);
    parts.put("badgeClasses", visible);
    parts.put("filter", filter);
    parts.put("state", state(asked));
    parts.put(
        "slice",
        chosen == null
            ? new RequestList.Slice(List.of(), null)
            : list.about(chosen.id(), narrowed(visible, asked), state(asked), after, SHOWN));
    parts.put("after", after == null ? "" : after.toString());
    parts.put("form", form);
    parts.put("done", done(asked));
    return screen.show(
        status, "award/requests.jte", chosen == null ? null : chosen.accent(), parts);
  }

  private static Collection<UUID> narrowed(
      Map<UUID, String> visible, MultivaluedMap<String, String> asked) {
    UUID badge = Link.id(asked.getFirst("badge"));
    return badge != null && visible.containsKey(badge) ? List.of(badge) : visible.keySet();
  }

  private boolean mayAward(Institution institution) {
    return rights.somewhereIn(signedIn.actor(), institution.id()).contains(Permission.AWARD);
  }

  private @Nullable Institution chosen(
      @Nullable String asked, Tenants.Choice choice, List<Institution> all) {
    Institution chosen = choice.chosen();
    if (asked != null && !asked.isBlank() && chosen != null) {
      rights.requireSomewhere(signedIn.actor(), Permission.AWARD, chosen.id());
      return chosen;
    }
    return all.isEmpty() ? null : all.get(0);
  }

  /** The badge classes that who is signed in may award, by name. */
  private Map<UUID, String> visible(Institution institution) {
    Map<Place, String> names = list.badgeClasses(institution.id());
    Map<UUID, String> visible = new LinkedHashMap<>();
    rights
        .where(signedIn.actor(), Permission.AWARD, names.keySet())
        .forEach(each -> visible.put(each.id(), names.getOrDefault(each, "")));
    return visible;
  }

  /** What was done just before, as the address tells it; null if nothing. */
  private static @Nullable Done done(MultivaluedMap<String, String> asked) {
    for (Word each : Word.values()) {
      if (each.name().equals(asked.getFirst("done"))) {
        return new Done(each, number(asked.getFirst("n")), number(asked.getFirst("left")));
      }
    }
    return null;
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
