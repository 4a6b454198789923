package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.award.Requirements;
import org.badgebridge.badgeclass.BadgeClasses;

/** What whoever decides about one request looks at. */
@ApplicationScoped
public class RequestSheets {

  private final RequestList list;
  private final BadgeClasses badgeClasses;

  @Inject
  public RequestSheets(RequestList list, BadgeClasses badgeClasses) {
    this.list = list;
    this.badgeClasses = badgeClasses;
  }

  /**
   * The request, and what must be said with its approval.
   *
   * @param requirements what the badge class asks of every award
   */
  public record Sheet(RequestRow request, Requirements requirements) {}

  /**
   * Of one request, whoever may see it.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND
   */
  public Sheet of(UUID id) {
    RequestRow request = list.one(id);
    return new Sheet(
        request,
        Requirements.of(badgeClasses.find(request.badgeClassId()).orElseThrow().content()));
  }
}
