package org.badgebridge.launch;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Lets nobody into the frame's resources without the bearer of an open launch. */
@Provider
@InFrame
@Priority(Priorities.AUTHENTICATION)
public class InFrameFilter implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final LaunchSessions sessions;
  private final CurrentLaunch current;

  @Inject
  public InFrameFilter(LaunchSessions sessions, CurrentLaunch current) {
    this.sessions = sessions;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString("Authorization");
    if (header == null || !header.startsWith(SCHEME)) {
      throw ended();
    }
    current.is(
        Bearer.parse(header.substring(SCHEME.length()))
            .flatMap(sessions::find)
            .orElseThrow(InFrameFilter::ended));
  }

  private static ProblemException ended() {
    return new ProblemException(ProblemType.SESSION_ENDED, "problem.session-ended.detail");
  }
}
