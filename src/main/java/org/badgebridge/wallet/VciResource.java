package org.badgebridge.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Guesses;
import org.jspecify.annotations.Nullable;

/** What a wallet asks before the badge itself (OpenID4VCI 1.0 §4, 6, 7). */
@Path("/vci")
public class VciResource {

  private final WalletOffers offers;
  private final LetWalletIn letting;
  private final WalletMetadata metadata;
  private final Nonces nonces;
  private final Guesses guesses;

  @Inject
  VciResource(
      WalletOffers offers,
      LetWalletIn letting,
      WalletMetadata metadata,
      Nonces nonces,
      Guesses guesses) {
    this.offers = offers;
    this.letting = letting;
    this.metadata = metadata;
    this.nonces = nonces;
    this.guesses = guesses;
  }

  /** The offer behind a QR code; looking uses nothing up. */
  @GET
  @Path("offers/{name: [A-Za-z0-9_-]{43}}")
  public Response offer(@PathParam("name") String name) {
    return offers
        .format(name)
        .map(format -> VciAnswers.ok(metadata.offer(name, format)))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "wallet.offer-over"));
  }

  /** An access token for the code and the number on the owner's screen (§6.1). */
  @POST
  @Path("token")
  @Consumes("application/x-www-form-urlencoded")
  public Response token(
      @FormParam("grant_type") @Nullable String grant,
      @FormParam("pre-authorized_code") @Nullable String code,
      @FormParam("tx_code") @Nullable String number,
      @Context HttpServletRequest request) {
    try {
      return VciAnswers.ok(granted(grant, code, number, request));
    } catch (WalletRefused refused) {
      return VciAnswers.refused(refused);
    }
  }

  private ObjectNode granted(
      @Nullable String grant,
      @Nullable String code,
      @Nullable String number,
      HttpServletRequest request) {
    if (!WalletMetadata.GRANT.equals(grant)) {
      throw new WalletRefused(
          "unsupported_grant_type", "grant_type must be " + WalletMetadata.GRANT);
    }
    if (code == null || number == null) {
      throw new WalletRefused("invalid_request", "send pre-authorized_code and tx_code");
    }
    String token =
        letting
            .enter(code, number)
            .orElseThrow(
                () -> {
                  guesses.count(request, "wallet code");
                  return new WalletRefused(
                      "invalid_grant", "wrong code or number, or the offer is used or over");
                });
    return VciAnswers.object()
        .put("access_token", token)
        .put("token_type", "Bearer")
        .put("expires_in", WalletOffers.FETCHING.toSeconds());
  }

  /** A nonce for the proof (§7.1). */
  @POST
  @Path("nonce")
  public Response nonce() {
    return VciAnswers.ok(VciAnswers.object().put("c_nonce", nonces.make()));
  }
}
