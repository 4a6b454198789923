package org.badgebridge.platform.notice;

import static java.lang.System.Logger.Level.INFO;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.platform.PlatformServices;
import org.badgebridge.platform.ServiceAnswer;
import org.badgebridge.platform.ServiceCall;

/**
 * Tells one deployment where we want to hear of copied courses (LTI PNS 1.0). Doing so twice is the
 * same as once: a handler replaces the one before.
 */
@ApplicationScoped
class RegisterNoticeHandler implements Job {

  static final String NAME = "register-notice-handler";

  /** The notices that we want. */
  static final String COPIES = "LtiContextCopyNotice";

  static final String SCOPE = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

  private static final System.Logger LOG = System.getLogger(RegisterNoticeHandler.class.getName());
  private static final String JSON = "application/json";

  private final NoticeHandlers handlers;
  private final BiFunction<UUID, ServiceCall, ServiceAnswer> services;

  @Inject
  RegisterNoticeHandler(NoticeHandlers handlers, PlatformServices services) {
    this(handlers, services::call);
  }

  RegisterNoticeHandler(
      NoticeHandlers handlers, BiFunction<UUID, ServiceCall, ServiceAnswer> services) {
    this.handlers = handlers;
    this.services = services;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID deploymentId = UUID.fromString(data);
    Optional<NoticeHandlers.Wanted> wanted = handlers.find(deploymentId);
    if (wanted.isPresent() && wanted.get().doneAt() == null) {
      register(deploymentId, wanted.get());
    }
  }

  private void register(UUID deploymentId, NoticeHandlers.Wanted wanted) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("notice_type", COPIES)
            .put("handler", wanted.handler())
            .toString();
    try {
      ServiceAnswer answer =
          services.apply(
              wanted.platformId(),
              new ServiceCall("PUT", URI.create(wanted.serviceUrl()), SCOPE, JSON, JSON, body));
      LOG.log(INFO, "deployment={0} tells of copies: {1}", deploymentId, answer.status());
    } catch (ExternalUnavailable e) {
      Duration wait = e.retryAfter();
      throw wait == null ? e : new RetryLater(String.valueOf(e.getMessage()), wait);
    } // a refusal too is tried again: the scope may be granted tomorrow
    handlers.registered(deploymentId, wanted);
  }
}
