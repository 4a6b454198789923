package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.backpack.collection.BadgeCollections;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.disclosure.Disclosure;
import org.jspecify.annotations.Nullable;

/** Follows a link, and counts that, unless it was the owner or a program that makes previews. */
@ApplicationScoped
public class OpenShare {

  private final ShareViews views;
  private final Credentials credentials;
  private final BadgeCollections collections;
  private final Clock clock;

  @Inject
  public OpenShare(
      ShareViews views, Credentials credentials, BadgeCollections collections, Clock clock) {
    this.views = views;
    this.credentials = credentials;
    this.collections = collections;
    this.clock = clock;
  }

  /** What a link leads to, and how much of each badge it shows. */
  public sealed interface Opened {

    Disclosure shown();

    /** Whose it is. */
    UUID owner();

    /** One badge. */
    record Badge(Credential credential, Disclosure shown) implements Opened {
      @Override
      public UUID owner() {
        return credential.personId();
      }
    }

    /** The badges of a collection. */
    record Collection(BadgeCollection collection, Disclosure shown) implements Opened {
      @Override
      public UUID owner() {
        return collection.personId();
      }
    }
  }

  /**
   * Follows a link.
   *
   * @param visitor whose backpack is open in the same browser; null for nobody's
   * @param counts whether a person opened it
   * @return empty if it has ended, what it led to is gone, or there never was such a link: nobody
   *     learns which
   */
  @Transactional
  public Optional<Opened> open(String token, @Nullable UUID visitor, boolean counts) {
    Instant now = clock.instant();
    return views
        .byToken(token)
        .filter(view -> view.state(now) == ShareView.State.OPEN)
        .map(
            view -> {
              Opened opened = follow(view);
              if (counts && !opened.owner().equals(visitor)) {
                views.opened(view.id(), now);
              }
              return opened;
            });
  }

  private Opened follow(ShareView view) {
    UUID collection = view.collectionId();
    UUID badge = view.credentialId();
    if (collection != null) {
      return new Opened.Collection(collections.byLink(collection), view.disclosure());
    }
    if (badge == null) {
      throw new IllegalStateException("link " + view.id() + " leads to nothing");
    }
    return new Opened.Badge(credentials.byLink(badge), view.disclosure());
  }
}
