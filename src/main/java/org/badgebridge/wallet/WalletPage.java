package org.badgebridge.wallet;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.QrCode;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Where the owner of a badge shows it to a wallet on their telephone. */
@Path("/wallet/{credential: [0-9a-f-]{36}}")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class WalletPage {

  private final Credentials credentials;
  private final OfferToWallet offering;
  private final WalletOffers offers;
  private final IssuerAddresses addresses;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  WalletPage(
      Credentials credentials,
      OfferToWallet offering,
      WalletOffers offers,
      IssuerAddresses addresses,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.credentials = credentials;
    this.offering = offering;
    this.offers = offers;
    this.addresses = addresses;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response explain(@PathParam("credential") UUID id) {
    return page(id, null);
  }

  /** The answer itself is the page: what it shows is kept nowhere. */
  @POST
  public Response offer(
      @PathParam("credential") UUID id, @FormParam("format") @Nullable String format) {
    return page(
        id,
        offering.offer(id, signedIn.personId(), WalletFormat.ofForm(format == null ? "" : format)));
  }

  /** The part of that page that follows the wallet. */
  @GET
  @Path("offers/{offer: [0-9a-f-]{36}}")
  public Response progress(@PathParam("credential") UUID id, @PathParam("offer") UUID offer) {
    Credential credential = credentials.ofOwner(id, signedIn.personId());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("here", "/wallet/" + credential.id() + "/offers/" + offer);
    parameters.put("progress", offers.progress(offer, credential.id()));
    return shown("wallet/progress.jte", parameters);
  }

  private Response page(UUID id, WalletOffers.@Nullable Fresh fresh) {
    Credential credential = credentials.ofOwner(id, signedIn.personId());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("badge", IssuedBadge.read(credential));
    parameters.put("credential", credential);
    if (fresh != null) {
      String link = addresses.offer(fresh.name());
      parameters.put("shown", new ShownOffer(fresh.id(), link, new QrCode(link), fresh.number()));
    }
    return shown("wallet/wallet.jte", parameters);
  }

  private Response shown(String template, Map<String, Object> parameters) {
    return Response.ok(views.render(template, Page.open(signedIn.locale(), words), parameters))
        .header("Cache-Control", "no-store")
        .build();
  }
}
