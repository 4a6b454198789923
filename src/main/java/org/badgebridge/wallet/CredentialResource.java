package org.badgebridge.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.badgebridge.web.Bearer;
import org.jspecify.annotations.Nullable;

/** Where a wallet fetches the badge (OpenID4VCI 1.0 §8). */
@Path("/vci/credential")
public class CredentialResource {

  private final WalletOffers offers;
  private final HolderProof proofs;
  private final TakeIntoWallet taking;

  @Inject
  CredentialResource(WalletOffers offers, HolderProof proofs, TakeIntoWallet taking) {
    this.offers = offers;
    this.proofs = proofs;
    this.taking = taking;
  }

  @POST
  public Response take(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, InputStream body)
      throws IOException {
    Optional<WalletOffers.Taken> taken = Bearer.token(authorization).flatMap(offers::taken);
    if (taken.isEmpty()) {
      return Response.status(401)
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    try {
      CredentialRequest request = CredentialRequest.read(body);
      if (request.format() != taken.get().format()) {
        throw CredentialRequest.unknown();
      }
      return VciAnswers.ok(
          answer(request.format(), taking.take(taken.get(), proofs.holder(request.proof()))));
    } catch (WalletRefused refused) {
      return VciAnswers.refused(refused);
    }
  }

  /** A document as an object, letter by letter as it was signed; a token as text (§8.3). */
  private static ObjectNode answer(WalletFormat format, String credential) {
    ObjectNode answer = VciAnswers.object();
    ObjectNode one = answer.putArray("credentials").addObject();
    switch (format) {
      case LDP -> one.putRawValue("credential", new RawValue(credential));
      case JWT -> one.put("credential", credential);
    }
    return answer;
  }
}
