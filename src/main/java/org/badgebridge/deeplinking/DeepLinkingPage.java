package org.badgebridge.deeplinking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchPage;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.launch.MessageType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Answers a deep linking launch: "add a badge". */
@ApplicationScoped
public class DeepLinkingPage implements LaunchPage {

  private static final String LTI_LINK = "ltiResourceLink";

  private final Chooser chooser;
  private final Views views;
  private final Words words;

  @Inject
  public DeepLinkingPage(Chooser chooser, Views views, Words words) {
    this.chooser = chooser;
    this.views = views;
    this.words = words;
  }

  @Override
  public MessageType answers() {
    return MessageType.DEEP_LINKING;
  }

  @Override
  public String open(LaunchSession session, String bearer) {
    Page page = session.page(words, bearer);
    String obstacle = obstacle(session);
    String content =
        obstacle == null
            ? chooser.badges(session, page, List.of())
            : views.render("deeplinking/obstacle.jte", page, Map.of("key", obstacle));
    return views.render("deeplinking/page.jte", page, Map.of("body", content));
  }

  private static @Nullable String obstacle(LaunchSession session) {
    LaunchSession.DeepLinking asked = Objects.requireNonNull(session.deepLinking());
    if (session.role() != CourseRole.LECTURER) {
      return "deeplinking.not-allowed";
    }
    if (session.context() == null) {
      return "deeplinking.no-course";
    }
    return asked.acceptTypes().contains(LTI_LINK) ? null : "deeplinking.not-accepted";
  }
}
