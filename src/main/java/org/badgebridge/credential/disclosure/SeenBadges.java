package org.badgebridge.credential.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Holder;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.supplement.Supplement;
import org.badgebridge.credential.supplement.Supplements;

/** The one place where a badge is cut down to what others may see. */
@ApplicationScoped
public class SeenBadges {

  private final Holder holder;
  private final Supplements supplements;
  private final Clock clock;

  @Inject
  public SeenBadges(Holder holder, Supplements supplements, Clock clock) {
    this.holder = holder;
    this.supplements = supplements;
    this.clock = clock;
  }

  /** A badge as it is shown. */
  public SeenBadge of(Credential credential, Disclosure shown) {
    return of(List.of(credential), each -> shown).get(0);
  }

  /** Many badges, in their order. Asks the same few things however many they are. */
  public List<SeenBadge> of(List<Credential> credentials, Function<Credential, Disclosure> shown) {
    List<Credential> named =
        credentials.stream().filter(each -> shown.apply(each).name() != NameShown.NONE).toList();
    List<UUID> joined =
        credentials.stream()
            .filter(each -> shown.apply(each).shows(Part.SUPPLEMENTS))
            .map(Credential::id)
            .toList();
    Map<UUID, String> names = named.isEmpty() ? Map.of() : holder.names(named);
    Map<UUID, List<Supplement>> documents = supplements.shown(joined);
    return credentials.stream()
        .map(
            each ->
                seen(
                    each,
                    shown.apply(each),
                    names.getOrDefault(each.id(), ""),
                    documents.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private SeenBadge seen(
      Credential credential, Disclosure shown, String name, List<Supplement> documents) {
    IssuedBadge all = IssuedBadge.read(credential);
    return new SeenBadge(
        credential,
        all.only(shown),
        shown.name().of(name),
        shown.shows(Part.NOTE) && credential.note() != null ? credential.note() : "",
        documents,
        all.expired(clock.instant()),
        all.isWhole(shown));
  }
}
