package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/** One award, and what a program can do about it. Doing it twice changes nothing more. */
@Path(AwardAnswers.AWARDS + "/{id: [0-9a-f-]{36}}")
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class AwardResource {

  private final WithdrawAward withdrawing;
  private final AwardsAtHand atHand;
  private final AwardAnswers answers;
  private final OnceOnly onceOnly;
  private final Caller caller;

  @Inject
  public AwardResource(
      WithdrawAward withdrawing,
      AwardsAtHand atHand,
      AwardAnswers answers,
      OnceOnly onceOnly,
      Caller caller) {
    this.withdrawing = withdrawing;
    this.atHand = atHand;
    this.answers = answers;
    this.onceOnly = onceOnly;
    this.caller = caller;
  }

  /** Why an offer is taken back. */
  record Reason(@Nullable String reason) {}

  @GET
  public String readAward(@PathParam("id") UUID id) {
    return ApiJson.write(answers.view(answers.readable(id, caller)));
  }

  @POST
  @Path("withdraw")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response withdrawAward(@PathParam("id") UUID id, InputStream body) throws IOException {
    atHand.requireAll(List.of(id), Reach.STAFF, caller.actor());
    String why = ApiJson.read(ApiJson.bytes(body, ApiJson.LARGEST), Reason.class).reason();
    if (why == null || why.isBlank()) {
      throw new InvalidFields(List.of(FieldFault.of("reason", "award.reason-needed")));
    }
    return onceOnly
        .always(
            () -> {
              withdrawing.withdraw(id, why, Reach.STAFF, caller.actor());
              return kept(id);
            })
        .response();
  }

  @POST
  @Path("restore")
  public Response restoreAward(@PathParam("id") UUID id) {
    return onceOnly
        .always(
            () -> {
              withdrawing.restore(id, Reach.STAFF, caller.actor());
              return kept(id);
            })
        .response();
  }

  private Answer kept(UUID id) {
    return new Answer(200, null, null, ApiJson.write(answers.kept(id)));
  }
}
