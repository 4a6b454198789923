package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.backpack.collection.Skill;
import org.badgebridge.backpack.collection.Skills;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.credential.disclosure.SeenBadges;
import org.badgebridge.pathway.PathView;
import org.badgebridge.pathway.PathViews;

/** The one place where a backpack is cut down to what an advisor may see. */
@ApplicationScoped
public class SeenBackpacks {

  private final Grants grants;
  private final LearnerName names;
  private final Credentials credentials;
  private final SeenBadges seen;
  private final Skills skills;
  private final SkillGaps gaps;
  private final PathViews paths;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // all that can be seen
  public SeenBackpacks(
      Grants grants,
      LearnerName names,
      Credentials credentials,
      SeenBadges seen,
      Skills skills,
      SkillGaps gaps,
      PathViews paths,
      Clock clock) {
    this.grants = grants;
    this.names = names;
    this.credentials = credentials;
    this.seen = seen;
    this.skills = skills;
    this.gaps = gaps;
    this.paths = paths;
    this.clock = clock;
  }

  /** All that a grant lets be seen. Whoever calls has checked that it is open. */
  SeenBackpack of(Grant grant, Locale reader) {
    List<Credential> kept = kept(grant.personId());
    List<Credential> shown = shown(grant, kept);
    boolean ahead = grant.shows(Look.PATHS) || grant.shows(Look.GAPS);
    List<PathView> begun =
        ahead
            ? paths.begun(grant.personId(), reader).stream().filter(each -> !each.held()).toList()
            : List.of();
    return new SeenBackpack(
        grant,
        names.of(grant.personId()),
        shown.stream().map(this::badge).toList(),
        grant.shows(Look.SKILLS) ? of(grant, skills::in, kept, shown) : List.of(),
        grant.shows(Look.SKILLS) ? of(grant, skills::levelsIn, kept, shown) : List.of(),
        grant.shows(Look.GAPS) ? gaps.in(begun, skills.in(kept), reader) : List.of(),
        grant.shows(Look.PATHS) ? begun : List.of());
  }

  /**
   * One badge that a grant lets be seen.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it does not
   */
  SeenBadge badge(Grant grant, UUID credentialId) {
    return shown(grant, kept(grant.personId())).stream()
        .filter(each -> each.id().equals(credentialId))
        .findFirst()
        .map(each -> seen.of(each, grant.disclosure()))
        .orElseThrow(Grants::missing);
  }

  /** What a person can pick from: all that they did not put out of sight. */
  List<Credential> kept(UUID personId) {
    return credentials.of(personId).stream().filter(each -> !each.isArchived()).toList();
  }

  private List<Credential> shown(Grant grant, List<Credential> kept) {
    return switch (grant.badges()) {
      case ALL -> kept;
      case NONE -> List.of();
      case CHOSEN -> {
        Set<UUID> chosen = grants.chosen(grant.id());
        yield kept.stream().filter(each -> chosen.contains(each.id())).toList();
      }
    };
  }

  /** Of the badges that are seen; where none are, of all, without saying of which. */
  private static List<Skill> of(
      Grant grant,
      Function<List<Credential>, List<Skill>> sum,
      List<Credential> kept,
      List<Credential> shown) {
    if (grant.badges() != Grant.Badges.NONE) {
      return sum.apply(shown);
    }
    return sum.apply(kept).stream()
        .map(each -> new Skill(each.name(), each.url(), each.framework(), List.of()))
        .toList();
  }

  private SeenBackpack.Badge badge(Credential credential) {
    Instant now = clock.instant();
    IssuedBadge said = IssuedBadge.read(credential);
    return new SeenBackpack.Badge(
        credential, said, credential.revokedAt() == null && !said.expired(now));
  }
}
