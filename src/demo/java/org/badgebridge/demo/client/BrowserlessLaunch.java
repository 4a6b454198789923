package org.badgebridge.demo.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.jspecify.annotations.Nullable;

/**
 * Launches the tool from the campus over HTTP, as a browser frame would but without running
 * scripts, apart from forms that send themselves and the tool's talk with the platform's storage.
 *
 * <p>{@link #open} goes all the way. A negative test stops half-way: {@link #begin} brings the
 * tool's authentication request, {@link #answer} posts any token to it.
 */
public final class BrowserlessLaunch {

  private static final int MOST_STEPS = 12;

  private final Campus campus;
  private final CookieClient client;
  private final FrameStorage storage = new FrameStorage();

  /** A browser in which the person is signed in at the campus. */
  public BrowserlessLaunch(Campus campus, Person person, CookieRule rule) {
    this.campus = campus;
    this.client = new CookieClient(campus.base().getHost(), rule);
    client.keep(campus.base().getHost(), campus.signIn(person));
  }

  /** The authentication request a tool sent through the browser. */
  public record AuthenticationRequest(URI address, Map<String, String> parameters) {

    public String get(String name) {
      String value = parameters.get(name);
      if (value == null) {
        throw new IllegalStateException("the authentication request has no " + name);
      }
      return value;
    }
  }

  public CookieClient client() {
    return client;
  }

  /** Looks at the course as a student, as lecturers can. */
  public BrowserlessLaunch asStudent(Course course) {
    client.post(
        campus.base().resolve("/courses/" + course.number() + "/role"), Map.of("as", "student"));
    return this;
  }

  /** Opens an activity and returns what the frame shows at the end. */
  public ToolPage open(Course course, Activity activity) {
    return follow(client.get(activityAddress(course, activity)));
  }

  /** Opens the dialogue to add something of the tool to a course. */
  public ToolPage deepLink(Course course) {
    return follow(client.get(deepLinkAddress(course)));
  }

  /** Goes as far as the tool's authentication request. */
  public AuthenticationRequest begin(Course course, Activity activity) {
    return request(client.get(activityAddress(course, activity)));
  }

  /** The same for deep linking. */
  public AuthenticationRequest beginDeepLink(Course course) {
    return request(client.get(deepLinkAddress(course)));
  }

  /** Posts a token to the tool as the answer to its request, and goes on from there. */
  public ToolPage answer(AuthenticationRequest request, String idToken) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("id_token", idToken);
    fields.put("state", request.get("state"));
    return follow(client.post(URI.create(request.get("redirect_uri")), fields));
  }

  /** Posts the form of a tool's page, for instance a deep linking response, and goes on. */
  public ToolPage submit(ToolPage page) {
    ToolPage.Form form = page.form();
    if (form == null) {
      throw new IllegalStateException("no form to post on " + page.address() + "\n" + page.body());
    }
    return follow(client.post(page.address().resolve(form.action()), form.fields()));
  }

  private URI activityAddress(Course course, Activity activity) {
    return campus.base().resolve("/launch/" + course.number() + "/" + activity.number());
  }

  private URI deepLinkAddress(Course course) {
    return campus.base().resolve("/deep-link/" + course.number() + "/" + campus.clientId());
  }

  private ToolPage follow(ToolPage start) {
    ToolPage page = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      URI next = next(page);
      ToolPage.Form form = form(page);
      if (next != null) {
        page = client.get(next);
      } else if (form != null) {
        page = client.post(page.address().resolve(form.action()), form.fields());
      } else {
        return page;
      }
    }
    throw new IllegalStateException("the launch goes round in circles at " + page.address());
  }

  private AuthenticationRequest request(ToolPage start) {
    ToolPage page = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      URI next = next(page);
      ToolPage.Form form = form(page);
      if (next != null && ours(next)) {
        return new AuthenticationRequest(next, Request.pairs(next.getRawQuery()));
      } else if (next != null) {
        page = client.get(next);
      } else if (form != null) {
        page = client.post(page.address().resolve(form.action()), form.fields());
      } else {
        break;
      }
    }
    throw new IllegalStateException(
        "no authentication request, but " + page.status() + " " + page.body());
  }

  /** Where the page goes by itself: a redirect, or the tool's storage script; null if nowhere. */
  private @Nullable URI next(ToolPage page) {
    if (redirects(page)) {
      return location(page);
    }
    String next = storage.keep(page);
    return next == null ? null : page.address().resolve(next);
  }

  /** The form that the page sends by itself; null when it waits for a person. */
  private ToolPage.@Nullable Form form(ToolPage page) {
    boolean automatic = page.body().contains("id=\"auto\"") && ours(page.address());
    return automatic ? page.form() : storage.recall(page);
  }

  private boolean ours(URI address) {
    return campus.base().getAuthority().equals(address.getAuthority());
  }

  private static boolean redirects(ToolPage page) {
    return page.status() >= 301
        && page.status() <= 308
        && page.response().headers().firstValue("Location").isPresent();
  }

  private static URI location(ToolPage page) {
    return page.address().resolve(page.response().headers().firstValue("Location").orElseThrow());
  }
}
