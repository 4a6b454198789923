package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;

/**
 * The public names and addresses of what is in a credential. Signed documents hold them for ever,
 * so they follow from the base URL and ids alone.
 */
@ApplicationScoped
public class Addresses {

  private final PublicOrigin origin;

  @Inject
  public Addresses(PublicOrigin origin) {
    this.origin = origin;
  }

  /** The DID of this installation (did:web): the tool itself. */
  public String did() {
    return "did:web:" + origin.authority().replace(":", "%3A");
  }

  /** The DID of an issuer, resolved at {@code /issuers/{id}/did.json}. */
  public String did(UUID issuerId) {
    return did() + ":issuers:" + issuerId;
  }

  /** The page of an issuer. */
  public String issuer(UUID issuerId) {
    return origin.at("/issuers/" + issuerId);
  }

  /** The page of a badge class, and its id as {@code Achievement}. */
  public String badgeClass(UUID badgeClassId) {
    return origin.at("/badges/" + badgeClassId);
  }

  /** The picture of a badge class. */
  public String image(UUID badgeClassId) {
    return origin.at("/badges/" + badgeClassId + "/image.png");
  }

  /** The page of a credential, and its id; answers only while it is public. */
  public String credential(UUID credentialId) {
    return origin.at("/assertions/" + credentialId);
  }

  /** Where other sites ask for the block of a page (oEmbed). */
  public String oembed() {
    return origin.at("/oembed");
  }

  /** A status list. */
  public String statusList(UUID statusListId) {
    return origin.at("/status/" + statusListId);
  }
}
