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
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.book.AwardBook;
import org.badgebridge.award.hand.AwardByHand;
import org.badgebridge.award.hand.Gift;
import org.badgebridge.external.PublicOrigin;
import org.jspecify.annotations.Nullable;

/** The awards of the client's badge classes. */
@Path(AwardAnswers.AWARDS)
@ApiOnly
@Produces(MediaType.APPLICATION_JSON)
public class AwardsResource {

  private final AwardBook book;
  private final AwardByHand awardByHand;
  private final AwardsAtHand atHand;
  private final AwardAnswers answers;
  private final OnceOnly onceOnly;
  private final Caller caller;
  private final PublicOrigin origin;

  @Inject
  public AwardsResource(
      AwardBook book,
      AwardByHand awardByHand,
      AwardsAtHand atHand,
      AwardAnswers answers,
      OnceOnly onceOnly,
      Caller caller,
      PublicOrigin origin) {
    this.book = book;
    this.awardByHand = awardByHand;
    this.atHand = atHand;
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
  record Page(List<AwardView> awards, @Nullable String next) {}

  /**
   * What became of a wish.
   *
   * @param award the new one, or the one that there was
   */
  record Given(Outcome.Result outcome, AwardView award) {}

  @GET
  public String listAwards(@BeanParam AwardListQuery query) {
    AwardBook.Slice slice = book.page(caller.place(), query.query(), query.after(), query.limit());
    UUID next = slice.next();
    return ApiJson.write(
        new Page(
            answers.views(slice.awards()),
            next == null ? null : origin.at(AwardAnswers.AWARDS + query.next(next))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response giveAward(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream body)
      throws IOException {
    byte[] bytes = ApiJson.bytes(body, ApiJson.LARGEST);
    NewAward wish = ApiJson.read(bytes, NewAward.class);
    atHand.requireStaff(wish.ofBadgeClass(), caller.actor());
    Gift gift = wish.gift();
    String what = "award " + new String(bytes, StandardCharsets.UTF_8);
    return NewAward.named(
            () ->
                onceOnly.answer(
                    new OnceOnly.Request(caller.id(), key, what), () -> give(wish, gift)))
        .response();
  }

  private Answer give(NewAward wish, Gift gift) {
    Outcome outcome = awardByHand.toOne(wish.who(), gift, caller.actor());
    UUID award = outcome.award();
    return new Answer(
        outcome.isNew() ? 201 : 200,
        outcome.isNew() ? answers.address(award) : null,
        null,
        ApiJson.write(new Given(outcome.result(), answers.kept(award))));
  }
}
