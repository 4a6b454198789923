package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.jspecify.annotations.Nullable;

/** Which institution an insight page is about: the asked one, else the first by name. */
@ApplicationScoped
public class Tenants {

  private final Institutions institutions;

  @Inject
  public Tenants(Institutions institutions) {
    this.institutions = institutions;
  }

  /**
   * The choice.
   *
   * @param chosen null while there is no institution at all
   */
  public record Choice(List<Institution> all, @Nullable Institution chosen) {}

  /** Chooses by an id that somebody may have typed. */
  public Choice choose(@Nullable String asked) {
    List<Institution> all = institutions.all();
    UUID id = Link.id(asked);
    Institution first = all.isEmpty() ? null : all.get(0);
    return new Choice(
        all, all.stream().filter(each -> each.id().equals(id)).findFirst().orElse(first));
  }
}
