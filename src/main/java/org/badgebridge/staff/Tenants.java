package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Which institution a page of administration is about: the asked one, else the first that the
 * reader sees.
 */
@ApplicationScoped
public class Tenants {

  private final Institutions institutions;
  private final Rights rights;

  @Inject
  public Tenants(Institutions institutions, Rights rights) {
    this.institutions = institutions;
    this.rights = rights;
  }

  /**
   * The choice.
   *
   * @param all that the reader sees, by name
   * @param chosen null while that is none at all
   */
  public record Choice(List<Institution> all, @Nullable Institution chosen) {}

  /**
   * Chooses by an id that somebody may have typed.
   *
   * @throws ProblemException NOT_FOUND if it is that of an institution the reader does not see
   */
  public Choice choose(@Nullable String asked, Actor reader) {
    Set<UUID> seen = Set.copyOf(rights.institutions(reader));
    List<Institution> all =
        institutions.all().stream().filter(each -> seen.contains(each.id())).toList();
    if (asked == null || asked.isBlank()) {
      return new Choice(all, all.isEmpty() ? null : all.get(0));
    }
    return new Choice(
        all,
        all.stream()
            .filter(each -> each.id().toString().equals(asked))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail")));
  }
}
