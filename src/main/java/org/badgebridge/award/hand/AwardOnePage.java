package org.badgebridge.award.hand;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.Recipient;
import org.badgebridge.award.Recipients;
import org.badgebridge.award.Renewal;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.batch.BatchScreen;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** Awarding one badge class to one person: whom an LMS knows, or somebody by name. */
@Path("/admin/awards/{badge: [0-9a-f-]{36}}/one")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class AwardOnePage {

  private static final String BY_USER = "USER";
  private static final String BY_EPPN = "EPPN";

  private final BatchScreen screen;
  private final Recipients recipients;
  private final AwardByHand awardByHand;
  private final BadgeClasses badgeClasses;
  private final SignedIn signedIn;

  @Inject
  public AwardOnePage(
      BatchScreen screen,
      Recipients recipients,
      AwardByHand awardByHand,
      BadgeClasses badgeClasses,
      SignedIn signedIn) {
    this.screen = screen;
    this.recipients = recipients;
    this.awardByHand = awardByHand;
    this.badgeClasses = badgeClasses;
    this.signedIn = signedIn;
  }

  @GET
  public Response form(@PathParam("badge") UUID id) {
    BadgeClass badgeClass = screen.badgeClass(id);
    return page(200, badgeClass, Typed.of(Map.of("by", BY_USER)));
  }

  /** Whom a search finds, as part of the form. */
  @POST
  @Path("people")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response people(@PathParam("badge") UUID id, MultivaluedMap<String, String> form) {
    BadgeClass badgeClass = screen.badgeClass(id);
    Typed typed = Typed.of(form);
    return screen.show(200, "one-people.jte", badgeClass, people(badgeClass, typed));
  }

  /**
   * Awards, and leads to the award.
   *
   * @param deed {@code search} to look for people instead, without script
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response award(
      @PathParam("badge") UUID id,
      MultivaluedMap<String, String> form,
      @FormParam("do") @DefaultValue("award") String deed) {
    BadgeClass badgeClass = screen.badgeClass(id);
    Typed typed = Typed.of(form);
    if (deed.equals("search")) {
      return page(200, badgeClass, typed);
    }
    List<FieldFault> faults = faults(badgeClass, typed);
    if (!faults.isEmpty()) {
      return page(422, badgeClass, typed.with(new InvalidFields(faults)));
    }
    Gift gift = new Gift(id, DetailsForm.details(typed), DetailsForm.from(typed), Origin.STAFF);
    Outcome outcome = awardByHand.toOne(recipient(typed), gift, signedIn.actor());
    return Response.seeOther(
            URI.create("/admin/direct-awards/" + outcome.award() + "?done=" + outcome.result()))
        .build();
  }

  private List<FieldFault> faults(BadgeClass badgeClass, Typed typed) {
    Requirements requirements = awardByHand.requirements(badgeClass.id());
    List<FieldFault> faults = new ArrayList<>();
    Recipient recipient = recipient(typed);
    if (typed.value("by").equals(BY_USER) && recipient.lmsUserId() == null) {
      faults.add(FieldFault.of("lmsUser", "award.one.nobody"));
    } else {
      faults.addAll(recipients.faults(institution(badgeClass), recipient));
    }
    faults.addAll(DetailsForm.faults(typed, requirements));
    return faults;
  }

  private static Recipient recipient(Typed typed) {
    return switch (typed.value("by")) {
      case BY_USER -> new Recipient(Link.id(typed.value("lmsUser")), null, null, null);
      case BY_EPPN -> new Recipient(null, typed.value("eppn"), null, typed.value("eppnName"));
      default -> new Recipient(null, null, typed.value("email"), typed.value("name"));
    };
  }

  private Response page(int status, BadgeClass badgeClass, Typed typed) {
    Map<String, Object> parts = people(badgeClass, typed);
    parts.put("requirements", Requirements.of(badgeClass.content()));
    return screen.show(status, "one.jte", badgeClass, parts);
  }

  private Map<String, Object> people(BadgeClass badgeClass, Typed typed) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("typed", typed);
    parts.put("renewal", Renewal.of(badgeClass.content().awarding()));
    parts.put(
        "people",
        recipients.search(institution(badgeClass), badgeClass.id(), typed.value("words")));
    return parts;
  }

  private UUID institution(BadgeClass badgeClass) {
    return badgeClasses.institutionOf(badgeClass.id());
  }
}
