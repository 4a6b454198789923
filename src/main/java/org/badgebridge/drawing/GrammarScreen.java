package org.badgebridge.drawing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** What the pages about types and themes share: who may see them, and how they are rendered. */
@RequestScoped
public class GrammarScreen {

  private final Institutions institutions;
  private final VisualGrammars grammars;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public GrammarScreen(
      Institutions institutions,
      VisualGrammars grammars,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.institutions = institutions;
    this.grammars = grammars;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * The institution, if who is signed in may change its grammar.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  Institution institution(UUID id) {
    return institutions
        .find(id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
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
