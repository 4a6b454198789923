package org.badgebridge.demo.oidc;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.school.School;
import org.jspecify.annotations.Nullable;

/** Who is signed in at the campus, by cookie. */
public final class Sessions {

  /** A signed-in person and the courses they look at as a student. */
  public record Session(Person person, Set<Integer> asStudent) {}

  /** A person in a course, with the role that counts at this moment. */
  public record Visit(Person person, Course course, Role role, boolean switched) {

    /** Whether restrictions hold them back. */
    public boolean heldBack() {
      return !role.teaches();
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String cookie;
  private final School school;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  public Sessions(int port, School school) {
    this.cookie = "campus" + port;
    this.school = school;
  }

  /** A random value nobody can guess. */
  public static String secret() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The value a {@code Cookie} header needs to be this person. */
  public String open(Person person) {
    String token = secret();
    sessions.put(token, new Session(person, ConcurrentHashMap.newKeySet()));
    return cookie + "=" + token;
  }

  /** Signs the person in with the reply; the cookie goes into the frames of this site too. */
  public Reply signIn(Person person, Reply reply) {
    return reply.with("Set-Cookie", open(person) + "; Path=/; HttpOnly; Secure; SameSite=None");
  }

  public Reply signOut(Request request, Reply reply) {
    String token = request.cookie(cookie);
    if (token != null) {
      sessions.remove(token);
    }
    return reply.with("Set-Cookie", cookie + "=; Path=/; Max-Age=0; Secure; SameSite=None");
  }

  public @Nullable Session find(Request request) {
    String token = request.cookie(cookie);
    return token == null ? null : sessions.get(token);
  }

  /**
   * The signed-in person in a course.
   *
   * @throws Refusal 401 without a session, 404 if the course is not theirs
   */
  public Visit visit(Request request, int courseNumber) {
    Session session = find(request);
    if (session == null) {
      throw new Refusal(401, "Please sign in at the campus first.");
    }
    Course course =
        school.findCourse(courseNumber).orElseThrow(() -> new Refusal(404, "No such course."));
    Role role = course.role(session.person());
    if (role == null) {
      throw new Refusal(404, "You are not in this course.");
    }
    boolean switched = role.teaches() && session.asStudent().contains(courseNumber);
    return new Visit(session.person(), course, switched ? Role.LEARNER : role, switched);
  }

  /** Lets a lecturer look at the course as a student, or stop doing so. */
  public void switchRole(Request request, int courseNumber, boolean student) {
    Session session = find(request);
    if (session != null && student) {
      session.asStudent().add(courseNumber);
    } else if (session != null) {
      session.asStudent().remove(courseNumber);
    }
  }
}
