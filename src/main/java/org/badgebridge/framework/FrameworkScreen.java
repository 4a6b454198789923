package org.badgebridge.framework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** What the pages about frameworks share: who may see them, and how they are rendered. */
@RequestScoped
public class FrameworkScreen {

  private final Institutions institutions;
  private final Rights rights;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public FrameworkScreen(
      Institutions institutions, Rights rights, SignedIn signedIn, Views views, Words words) {
    this.institutions = institutions;
    this.rights = rights;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * The institution, if who is signed in may import its frameworks.
   *
   * @throws ProblemException NOT_FOUND if there is none or they have nothing to do with it,
   *     FORBIDDEN if they may not
   */
  Institution institution(UUID id) {
    rights.require(signedIn.actor(), Permission.ADMINISTRATE, Place.institution(id));
    return institutions
        .find(id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /** The institutions whose frameworks they may import. */
  List<Institution> institutions() {
    List<UUID> own = rights.institutionsWhere(signedIn.actor(), Permission.ADMINISTRATE);
    return institutions.all().stream().filter(each -> own.contains(each.id())).toList();
  }

  /** A page of an institution, which is among its parameters. */
  Response show(int status, String template, Institution institution, Map<String, ?> parts) {
    Map<String, Object> all = new HashMap<>(parts);
    all.put("institution", institution);
    Page page = new Page(signedIn.locale(), words, null, institution.accent());
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(views.render("framework/" + template, page, all))
        .build();
  }
}
