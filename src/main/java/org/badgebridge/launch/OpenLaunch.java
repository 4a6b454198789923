package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.platform.notice.NoticeHandlers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Opens the session of an accepted launch and makes the page that answers it, in one transaction: a
 * launch whose page fails has not been used up, and the visitor can try again.
 */
@ApplicationScoped
class OpenLaunch {

  private final LaunchSessions sessions;
  private final NoticeHandlers notices;
  private final List<LaunchPage> pages;

  @Inject
  OpenLaunch(LaunchSessions sessions, NoticeHandlers notices, Instance<LaunchPage> pages) {
    this(sessions, notices, pages.stream().toList());
  }

  OpenLaunch(LaunchSessions sessions, NoticeHandlers notices, List<LaunchPage> pages) {
    this.sessions = sessions;
    this.notices = notices;
    this.pages = pages;
  }

  /**
   * Uses the login up.
   *
   * @throws LaunchRefused if it was used already
   */
  @Transactional
  LaunchAnswer.Opened open(AcceptedLaunch launch) {
    LaunchSessions.Open open = sessions.open(launch);
    askForNotices(launch);
    return answer(open);
  }

  /**
   * Uses the login up and waits for the browser to show what its platform keeps.
   *
   * @throws LaunchRefused if it was used already
   */
  @Transactional
  LaunchAnswer.Pending keepPending(AcceptedLaunch launch) {
    LaunchAnswer.Pending pending = sessions.keepPending(launch);
    askForNotices(launch);
    return pending;
  }

  /**
   * Opens a pending launch for the browser that shows the binding. One try: a wrong one ends it.
   *
   * @return nothing if there is no such pending launch, or the binding is wrong
   */
  @Transactional
  Optional<LaunchAnswer.Opened> open(UUID pending, String binding) {
    return sessions.open(pending, binding).map(this::answer);
  }

  private void askForNotices(AcceptedLaunch launch) {
    String service = launch.message().noticesUrl();
    if (service != null) {
      notices.offered(launch.deployment().id(), service);
    }
  }

  private LaunchAnswer.Opened answer(LaunchSessions.Open open) {
    LaunchSession session = open.session();
    for (LaunchPage page : pages) {
      if (page.answers() == session.message()) {
        return new LaunchAnswer.Opened(session, page.open(session, open.bearer().text()));
      }
    }
    throw new ProblemException(ProblemType.NOT_FOUND, "launch.no-page");
  }
}
