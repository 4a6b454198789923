package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.backpack.collection.CollectionSheet.Member;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.credential.disclosure.SeenBadges;
import org.badgebridge.external.PublicOrigin;

/** Gathers what is in a collection, for its owner, for whom they show it to, and for everybody. */
@ApplicationScoped
public class CollectionSheets {

  /** Badges that are offered to be put in. */
  private static final int OFFERED = 200;

  private final BadgeCollections collections;
  private final Credentials credentials;
  private final SeenBadges seen;
  private final PublicOrigin origin;

  @Inject
  public CollectionSheets(
      BadgeCollections collections, Credentials credentials, SeenBadges seen, PublicOrigin origin) {
    this.collections = collections;
    this.credentials = credentials;
    this.seen = seen;
    this.origin = origin;
  }

  /** For its owner. */
  public CollectionSheet own(BadgeCollection collection) {
    Map<UUID, Credential> rest = new LinkedHashMap<>();
    credentials.of(collection.personId()).forEach(each -> rest.put(each.id(), each));
    List<Member> members =
        collections.members(collection.id()).stream()
            .map(rest::remove)
            .filter(Objects::nonNull)
            .map(CollectionSheets::member)
            .toList();
    List<Member> others =
        rest.values().stream()
            .filter(each -> each.revokedAt() == null && !each.isArchived())
            .limit(OFFERED)
            .map(CollectionSheets::member)
            .sorted(Comparator.comparing(Member::name))
            .toList();
    return new CollectionSheet(
        collection, members, others, origin.at(CollectionPage.ADDRESS + "/" + collection.id()));
  }

  /** For everybody: those of its badges that are public and hold, as their owner shows them. */
  public List<SeenBadge> inPublic(BadgeCollection collection) {
    return seen.of(
        holding(collection).stream().filter(each -> each.publicSince() != null).toList(),
        Credential::disclosure);
  }

  /** For whoever has a link to it: those of its badges that hold, public or not. */
  public List<SeenBadge> shown(BadgeCollection collection, Disclosure disclosure) {
    return seen.of(holding(collection), each -> disclosure);
  }

  /** One of {@link #shown(BadgeCollection, Disclosure)}; empty if it is not among them. */
  public Optional<SeenBadge> shown(
      BadgeCollection collection, UUID credentialId, Disclosure disclosure) {
    return holding(collection).stream()
        .filter(each -> each.id().equals(credentialId))
        .findFirst()
        .map(each -> seen.of(each, disclosure));
  }

  /** Its badges that are its owner's and were not revoked, in the owner's order. */
  public List<Credential> holding(BadgeCollection collection) {
    Map<UUID, Credential> own = new HashMap<>();
    credentials.of(collection.personId()).forEach(each -> own.put(each.id(), each));
    return collections.members(collection.id()).stream()
        .map(own::get)
        .filter(Objects::nonNull)
        .filter(each -> each.revokedAt() == null)
        .toList();
  }

  private static Member member(Credential credential) {
    IssuedBadge badge = IssuedBadge.read(credential);
    return new Member(credential, badge.name(), badge.picture());
  }
}
