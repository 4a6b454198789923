package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.award.Awards;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;

/** Whose name stands beside a badge. The signed document never holds it. */
@ApplicationScoped
public class Holder {

  private final Awards awards;
  private final LmsUsers users;

  @Inject
  public Holder(Awards awards, LmsUsers users) {
    this.awards = awards;
    this.users = users;
  }

  /** The learner's name as the platform gave it; empty when it withheld it. */
  public String name(Credential credential) {
    return awards
        .find(credential.awardId())
        .flatMap(award -> users.find(award.lmsUserId()))
        .filter(Holder::named)
        .map(LmsUser::displayName)
        .orElse("");
  }

  /** As much of it as the owner lets others see. */
  public String name(Credential credential, Disclosure shown) {
    return shown.name() == NameShown.NONE ? "" : shown.name().of(name(credential));
  }

  private static boolean named(LmsUser user) {
    LmsUser.Profile profile = user.profile();
    return profile.name() != null || profile.givenName() != null || profile.familyName() != null;
  }
}
