package org.badgebridge.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.badgebridge.demo.http.WebServer;
import org.badgebridge.demo.oidc.AccessTokens;
import org.badgebridge.demo.oidc.Authorization;
import org.badgebridge.demo.oidc.DeepLinkingReturn;
import org.badgebridge.demo.oidc.DynamicRegistration;
import org.badgebridge.demo.oidc.IdToken;
import org.badgebridge.demo.oidc.LoginInitiation;
import org.badgebridge.demo.oidc.Messages;
import org.badgebridge.demo.oidc.Pending;
import org.badgebridge.demo.oidc.PendingLaunches;
import org.badgebridge.demo.oidc.Sessions;
import org.badgebridge.demo.oidc.SigningKeys;
import org.badgebridge.demo.oidc.TokenEndpoint;
import org.badgebridge.demo.oidc.ToolSignatures;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.ReceivedScore;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.school.School;
import org.badgebridge.demo.school.Seed;
import org.badgebridge.demo.school.Tool;
import org.badgebridge.demo.services.Addresses;
import org.badgebridge.demo.services.Callers;
import org.badgebridge.demo.services.LineItems;
import org.badgebridge.demo.services.Members;
import org.badgebridge.demo.services.Notices;
import org.badgebridge.demo.services.Results;
import org.badgebridge.demo.services.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A running campus: an LTI 1.3 platform with the habits of one LMS.
 *
 * <p>People click through its pages; tests start it on a free port, arrange what happened through
 * {@link #school()}, break it through {@link #failures()} and read back what a tool sent. Close it
 * to free the port.
 */
public final class Campus implements AutoCloseable {

  private final WebServer server;
  private final Site site;
  private final Failures failures = new Failures();
  private final AccessTokens tokens;
  private final Messages messages;
  private final DeepLinkingReturn deepLinking;
  private final Scores scores;
  private final Members members;
  private final Notices notices;

  private Campus(
      WebServer server, Personality personality, URI tool, Clock clock, @Nullable Path folder) {
    this.server = server;
    String name = "campus-" + personality.product();
    var school = new School(name, personality.numbersThings(), in(folder, name + ".json"), clock);
    var keys =
        new SigningKeys(in(folder, name + "-keys.json"), personality != Personality.BRIGHTSPACE);
    this.site =
        new Site(
            personality,
            URI.create("http://localhost:" + server.port()),
            clock,
            school,
            keys,
            new Sessions(server.port(), school),
            new AtomicBoolean(true));
    if (school.unpopulated()) {
      Seed.plant(school);
    }
    school.tools().put(Registrations.badgeBridge(personality, tool));
    this.tokens = new AccessTokens(clock);
    this.messages = new Messages(site);
    var signatures = new ToolSignatures();
    var launches = new PendingLaunches();
    var logins = new LoginInitiation(site, launches);
    this.deepLinking = new DeepLinkingReturn(site, launches, signatures);
    var callers = new Callers(site, tokens);
    var addresses = new Addresses(site);
    this.scores = new Scores(site, callers, addresses);
    this.members = new Members(site, callers, addresses);
    this.notices = new Notices(site, callers);
    var parts =
        new CampusRoutes(
            site,
            failures,
            logins,
            new Authorization(site, logins, launches, messages, members),
            new TokenEndpoint(site, signatures, tokens),
            deepLinking,
            new DynamicRegistration(site),
            callers,
            addresses,
            new LineItems(site, callers, addresses),
            new Results(site, callers, addresses),
            scores,
            members,
            notices);
    server.serve(parts.all(), parts::refused);
  }

  private static @Nullable Path in(@Nullable Path folder, String file) {
    return folder == null ? null : folder.resolve(file);
  }

  /**
   * Starts a campus that is forgotten when it closes.
   *
   * @param port 0 for any free one
   * @param tool origin of the Badge Bridge it knows; may be changed by {@link #toolAt}
   */
  public static Campus start(int port, Personality personality, URI tool) {
    return start(port, personality, tool, Clock.systemUTC(), null);
  }

  /**
   * Starts a campus.
   *
   * @param folder where it keeps its state and keys, or null to forget them
   */
  public static Campus start(
      int port, Personality personality, URI tool, Clock clock, @Nullable Path folder) {
    WebServer server = WebServer.bind(port);
    try {
      return new Campus(server, personality, tool, clock, folder);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Moves the Badge Bridge it knows to another origin. */
  public void toolAt(URI tool) {
    school().tools().put(Registrations.badgeBridge(personality(), tool));
  }

  public Personality personality() {
    return site.personality();
  }

  /** The origin of its pages. */
  public URI base() {
    return site.base();
  }

  public String issuer() {
    return site.issuer();
  }

  public String clientId() {
    return Registrations.client(personality());
  }

  public String deploymentId() {
    return tool().deployment();
  }

  /** Badge Bridge as registered from the start. */
  public Tool tool() {
    return school().tools().get(clientId());
  }

  /** The text of the file for {@code lti-config/platforms}. */
  public String registrationFile() {
    return Registrations.file(site, tool());
  }

  public School school() {
    return site.school();
  }

  public Failures failures() {
    return failures;
  }

  public SigningKeys keys() {
    return site.keys();
  }

  /** Whether platform storage is answered, where the personality has it at all. */
  public void platformStorage(boolean on) {
    site.storage().set(on);
  }

  /** Lists only people who launched the tool in rosters, as Brightspace does by default. */
  public void rosterOfLaunchedOnly(boolean on) {
    members.launchedOnly(on);
  }

  /** Makes all access tokens worthless. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** Signs a person in; the value for a {@code Cookie} header of requests to {@link #base()}. */
  public String signIn(Person person) {
    return site.sessions().open(person);
  }

  /** Copies a course as a lecturer does on its page, and tells tools that want to know. */
  public Course copy(Course from, String label, String title) {
    return notices.copy(from, label, title);
  }

  /** The message that tells of a copy, for a test to send as it is or spoilt. */
  public IdToken copyNotice(Course copy, Course from) {
    return notices.of(tool(), copy, from);
  }

  /** Every score a tool posted, oldest first. */
  public List<ReceivedScore> scores() {
    return scores.received();
  }

  /** The claims of every deep linking response whose signature held, oldest first. */
  public List<Map<String, Object>> deepLinkingResponses() {
    return deepLinking.received();
  }

  /** The message of a launch of an activity, for a test to send as it is or spoilt. */
  public IdToken idToken(Person person, Course course, Activity activity, String nonce) {
    return message(person, course, activity, nonce);
  }

  /** The message of a deep linking launch. */
  public IdToken deepLinkingToken(Person person, Course course, String nonce) {
    return message(person, course, null, nonce);
  }

  private IdToken message(Person person, Course course, @Nullable Activity activity, String nonce) {
    Role role = course.role(person);
    var launch =
        new Pending(
            Sessions.secret(),
            activity == null ? clientId() : activity.toolLink().client(),
            person.id(),
            course.number(),
            role == null ? person.role() : role,
            false,
            activity == null ? null : activity.number());
    return messages.of(launch, nonce);
  }

  @Override
  public void close() {
    server.close();
  }
}
