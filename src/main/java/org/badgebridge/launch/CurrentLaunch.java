package org.badgebridge.launch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The launch session of this request, known behind {@link InFrame}. */
@RequestScoped
public class CurrentLaunch {

  private final Words words;
  private @Nullable LaunchSession session;

  @Inject
  public CurrentLaunch(Words words) {
    this.words = words;
  }

  void is(LaunchSession session) {
    this.session = session;
  }

  /**
   * The session.
   *
   * @throws ProblemException if the resource is not {@link InFrame}
   */
  public LaunchSession session() {
    if (session == null) {
      throw new ProblemException(ProblemType.SESSION_ENDED, "problem.session-ended.detail");
    }
    return session;
  }

  /** The page context for fragments of the frame. */
  public Page page() {
    return session().page(words, null);
  }
}
