package org.badgebridge.operator.awards;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.DecideAward;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Offer;
import org.badgebridge.award.Reach;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.RescheduleAward;
import org.badgebridge.award.hand.AwardByHand;
import org.badgebridge.award.hand.DetailsForm;
import org.badgebridge.credential.ReissueAward;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** Where an award is offered with words of staff: approved, at another moment, or re-issued. */
@Path("/admin/direct-awards/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AwardAgainPage {

  private final StoryFace face;
  private final AwardScreen screen;
  private final DecideAward decideAward;
  private final RescheduleAward rescheduleAward;
  private final ReissueAward reissueAward;
  private final AwardByHand awardByHand;
  private final SignedIn signedIn;
  private final Clock clock;

  @Inject
  public AwardAgainPage(
      StoryFace face,
      AwardScreen screen,
      DecideAward decideAward,
      RescheduleAward rescheduleAward,
      ReissueAward reissueAward,
      AwardByHand awardByHand,
      SignedIn signedIn,
      Clock clock) {
    this.face = face;
    this.screen = screen;
    this.decideAward = decideAward;
    this.rescheduleAward = rescheduleAward;
    this.reissueAward = reissueAward;
    this.awardByHand = awardByHand;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  /** Approves a proposal with what is to be said. */
  @POST
  @Path("approve")
  public Response approve(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    screen.award(id, Permission.AWARD);
    Typed typed = Typed.of(form);
    try {
      decideAward.approve(id, DetailsForm.details(typed), Reach.STAFF, signedIn.actor());
      return StoryFace.back(id, "approved");
    } catch (InvalidFields invalid) {
      return face.again(id, "approve", typed.with(invalid));
    }
  }

  /** Chooses another moment; none, or one that has passed, is now. */
  @POST
  @Path("reschedule")
  public Response reschedule(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    screen.award(id, Permission.AWARD);
    Typed typed = Typed.of(form);
    Instant from = DetailsForm.from(typed);
    if (from == null && !typed.value("from").isEmpty()) {
      return face.again(id, "reschedule", typed, FieldFault.of("from", "award.batch.moment"));
    }
    rescheduleAward.reschedule(id, from, Reach.STAFF, signedIn.actor());
    return StoryFace.back(id, "rescheduled");
  }

  /** Gives another award in its place, and leads there. */
  @POST
  @Path("reissue")
  public Response reissue(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    DirectAward award = screen.award(id, Permission.AWARD);
    Requirements requirements = awardByHand.requirements(award.badgeClassId());
    Typed typed = Typed.of(form);
    List<FieldFault> faults = DetailsForm.faults(typed, requirements);
    if (!faults.isEmpty()) {
      return face.again(id, "reissue", typed.with(new InvalidFields(faults)));
    }
    UUID anew =
        reissueAward.reissue(
            id,
            DetailsForm.details(typed),
            Offer.Moment.from(DetailsForm.from(typed), clock.instant()),
            signedIn.actor());
    return StoryFace.back(anew, "reissued");
  }
}
