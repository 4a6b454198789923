package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
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
    return names(List.of(credential)).getOrDefault(credential.id(), "");
  }

  /** As much of it as the owner lets others see. */
  public String name(Credential credential, Disclosure shown) {
    return shown.name() == NameShown.NONE ? "" : shown.name().of(name(credential));
  }

  /**
   * The names beside many badges, by the badge; of those that have one. Asks two things, however
   * many they are.
   */
  public Map<UUID, String> names(Collection<Credential> credentials) {
    Map<UUID, DirectAward> from =
        awards.find(credentials.stream().map(Credential::awardId).toList());
    Map<UUID, LmsUser> learners =
        users.find(from.values().stream().map(DirectAward::lmsUserId).distinct().toList());
    Map<UUID, String> names = new HashMap<>();
    for (Credential each : credentials) {
      DirectAward award = from.get(each.awardId());
      LmsUser learner = award == null ? null : learners.get(award.lmsUserId());
      if (learner != null && named(learner)) {
        names.put(each.id(), learner.displayName());
      }
    }
    return names;
  }

  private static boolean named(LmsUser user) {
    LmsUser.Profile profile = user.profile();
    return profile.name() != null || profile.givenName() != null || profile.familyName() != null;
  }
}
