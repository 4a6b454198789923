package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.credential.SignDocument.Signed;

/** What makes a badge a credential: a bit in a status list, and a signature. */
@ApplicationScoped
class Signing {

  private final StatusLists statusLists;
  private final OpenBadgeJson json;
  private final SignDocument documents;

  @Inject
  Signing(StatusLists statusLists, OpenBadgeJson json, SignDocument documents) {
    this.statusLists = statusLists;
    this.json = json;
    this.documents = documents;
  }

  StatusEntry status(UUID issuerId) {
    return statusLists.allocate(issuerId);
  }

  Signed sign(OpenBadge badge) {
    return documents.sign(badge.issuer().id(), json.write(badge), badge.validFrom());
  }
}
