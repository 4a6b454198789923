package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.web.Words;

/** Says in which language a learner is written to: their own, else that of the institution. */
@ApplicationScoped
public class Orders {

  private final Institutions institutions;

  @Inject
  public Orders(Institutions institutions) {
    this.institutions = institutions;
  }

  Mails.Order to(LmsUser learner, UUID institutionId, MailKind kind) {
    Institution institution = institutions.get(institutionId);
    return new Mails.Order(
        institutionId,
        learner.id(),
        kind,
        Words.choose(learner.profile().locale(), institution.defaultLocale().toLanguageTag()));
  }
}
