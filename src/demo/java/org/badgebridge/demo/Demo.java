package org.badgebridge.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;

/**
 * Runs Badge Bridge and the demo campus beside each other, on two sites, until it is stopped.
 *
 * <p>The campus keeps what happens in it under {@code data/campus}, as the tool keeps its database
 * under {@code data}; delete the folder to begin anew.
 */
public final class Demo {

  private static final URI TOOL = URI.create("http://127.0.0.1:8080");
  private static final int FIRST_CAMPUS_PORT = 8081;
  private static final Path FOLDER = Path.of("data", "campus");

  private Demo() {}

  /** Arguments: the Payara Micro jar, and the WAR. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: Demo <payara-micro.jar> <badgebridge.war>");
      System.exit(2);
    }
    int lastPort = FIRST_CAMPUS_PORT + Personality.values().length - 1;
    Optional<String> complaint = new Ports(TOOL.getPort(), lastPort).complaint();
    if (complaint.isPresent()) {
      System.err.println(complaint.get());
      System.exit(1);
    }
    run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private static void run(Path payara, Path war) throws InterruptedException {
    List<Campus> campuses = campuses();
    System.out.println("\nStarting Badge Bridge; this takes about half a minute.");
    ToolProcess tool = ToolProcess.start(payara, war, TOOL);
    stopWithUs(tool, campuses);
    if (!tool.awaitReady()) {
      System.err.println("\nBadge Bridge did not start; its last messages are above.\n");
      System.exit(1);
    }
    System.out.println(welcome(campuses, tool));
    System.exit(tool.awaitEnd());
  }

  private static List<Campus> campuses() {
    var campuses = new ArrayList<Campus>();
    int port = FIRST_CAMPUS_PORT;
    for (Personality personality : Personality.values()) {
      campuses.add(Campus.start(port++, personality, TOOL, Clock.systemUTC(), FOLDER));
    }
    return campuses;
  }

  /** The child goes when we go: by Ctrl-C, or because Maven above us died. */
  private static void stopWithUs(ToolProcess tool, List<Campus> campuses) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  tool.close();
                  campuses.forEach(Campus::close);
                }));
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isPresent()) {
      CompletableFuture<Void> unused = parent.get().onExit().thenRun(() -> System.exit(0));
    }
  }

  private static String welcome(List<Campus> campuses, ToolProcess tool) {
    Campus campus = campuses.get(0);
    String others =
        campuses.stream()
            .skip(1)
            .map(other -> other.base() + " (" + other.personality().title() + ")")
            .collect(Collectors.joining(", "));
    String link = tool.setUpLink();
    return """

        ------------------------------------------------------------------------
          Badge Bridge     %s
          Demo campus      %s   begin here
                           It behaves like Moodle; the same campus behaves like
                           %s

          Log in at the campus by picking a person, without a password:
            lecturer         %s
            learners         %s
            administrator    %s

          Administrator of Badge Bridge:
            %s

          Stop with Ctrl-C. What you did is kept in the folder data.
        ------------------------------------------------------------------------
        """
        .formatted(
            TOOL,
            campus.base(),
            others.replace(", ", "\n" + " ".repeat(19)),
            names(campus, Role.LECTURER),
            names(campus, Role.LEARNER),
            names(campus, Role.ADMINISTRATOR),
            link == null ? TOOL + "/admin" : "set yourself up, once: " + link);
  }

  private static String names(Campus campus, Role role) {
    return campus.school().people(role).stream()
        .map(Person::name)
        .collect(Collectors.joining(", "));
  }
}
