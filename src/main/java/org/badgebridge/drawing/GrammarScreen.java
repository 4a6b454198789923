package org.badgebridge.drawing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** What the pages about types and themes share: who may see them, and how they are rendered. */
@RequestScoped
public class GrammarScreen {

  private final Institutions institutions;
  private final Rights rights;
  private final VisualGrammars grammars;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public GrammarScreen(
      Institutions institutions,
      Rights rights,
      VisualGrammars grammars,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.institutions = institutions;
    this.rights = rights;
    this.grammars = grammars;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * The institution, if who is signed in may change its grammar.
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

  /** The institutions whose grammar they may change. */
  List<Institution> institutions() {
    List<UUID> own = rights.institutionsWhere(signedIn.actor(), Permission.ADMINISTRATE);
    return institutions.all().stream().filter(each -> own.contains(each.id())).toList();
  }

  VisualGrammar grammar(UUID institutionId) {
    return grammars.of(institutionId);
  }

  /** A page of an institution; {@code institution} and {@code grammar} are among its parameters. */
  String show(String template, Institution institution, Map<String, ?> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("institution", institution);
    all.put("grammar", grammars.of(institution.id()));
    return views.render(template, Page.open(signedIn.locale(), words), all);
  }
}
