package org.badgebridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.json.Json;
import jakarta.persistence.Entity;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which room may know which, and the habits that a machine can check. */
@AnalyzeClasses(packages = "org.badgebridge", importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

  private static final String ROOT = "org.badgebridge.";
  private static final int LINES_CEILING = 300;

  /** Rooms that every other may use; they know only each other, as listed. */
  private static final Map<String, Set<String>> SHARED =
      Map.of(
          "problem", Set.of(),
          "database", Set.of(),
          "identity", Set.of("problem", "keys", "database"),
          "external", Set.of("problem"),
          "keys", Set.of("problem", "external", "jobs", "database"),
          "jobs", Set.of("problem", "database"),
          "audit", Set.of("identity", "problem"),
          "web", Set.of("identity", "problem", "external", "keys"));

  /** The rooms and, beside the shared ones, whom they may know. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry("institution", Set.of()),
          Map.entry("platform", Set.of("institution", "staff")),
          Map.entry("launch", Set.of("platform")),
          Map.entry("roster", Set.of("platform")),
          Map.entry("staff", Set.of("institution")),
          Map.entry("drawing", Set.of("institution", "staff")),
          Map.entry("framework", Set.of("institution", "staff")),
          Map.entry("badgeclass", Set.of("institution", "staff", "drawing", "framework")),
          Map.entry("catalogue", Set.of("badgeclass", "institution", "drawing")),
          Map.entry(
              "pathway",
              Set.of("badgeclass", "institution", "drawing", "award", "rule", "passback")),
          Map.entry("api", Set.of("*")),
          Map.entry("course", Set.of("platform", "roster")),
          Map.entry(
              "passback", Set.of("course", "platform", "roster", "launch", "institution", "staff")),
          Map.entry("award", Set.of("badgeclass", "institution", "staff")),
          Map.entry("rule", Set.of("course", "passback", "badgeclass", "drawing", "award")),
          Map.entry(
              "deeplinking",
              Set.of("launch", "platform", "course", "rule", "badgeclass", "drawing", "passback")),
          Map.entry("credential", Set.of("award", "badgeclass", "drawing", "institution", "staff")),
          Map.entry("verification", Set.of("credential", "drawing")),
          Map.entry("login", Set.of("institution", "staff", "platform")),
          Map.entry(
              "backpack",
              Set.of(
                  "award",
                  "credential",
                  "badgeclass",
                  "drawing",
                  "institution",
                  "login",
                  "staff",
                  "verification")),
          Map.entry("advisor", Set.of("backpack", "badgeclass", "credential", "pathway")),
          Map.entry("wallet", Set.of("award", "credential")),
          Map.entry(
              "insight",
              Set.of("award", "badgeclass", "course", "drawing", "institution", "staff")),
          Map.entry(
              "delivery",
              Set.of("advisor", "award", "credential", "institution", "staff", "badgeclass")),
          Map.entry("naming", Set.of("institution", "staff")),
          Map.entry("privacy", Set.of("delivery", "institution", "staff")),
          Map.entry("coursepage", Set.of("*")),
          Map.entry("operator", Set.of("*")));

  @ArchTest
  static final ArchRule roomsKnowOnlyWhomTheTableAllows =
      classes().should(dependOnlyOnAllowedRooms());

  @ArchTest
  static final ArchRule nobodyUsesTheHttpSession =
      noClasses().should().dependOnClassesThat().areAssignableTo(HttpSession.class);

  @ArchTest
  static final ArchRule theJsonProviderIsFoundOnce =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Json.class)
          .because("each of its methods looks through all JARs for the provider: keep one");

  @ArchTest
  static final ArchRule timeIsAParameter =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a clock is injected, so that tests can set the time: " + Clock.class.getName());

  @ArchTest
  static final ArchRule namesSayWhatAClassIsFor =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Data)$")
          .because("a class is named by its responsibility");

  @ArchTest
  static final ArchRule entitiesChangeThroughNamedMethods =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveNameNotMatching("set[A-Z].*");

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses product) {
    Set<String> silent =
        product.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !Files.exists(source(name).resolve("package-info.java")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).isEmpty();
  }

  @ArchTest
  static void everyRoomStandsInTheTable(JavaClasses product) {
    Set<String> rooms =
        product.stream()
            .map(ArchitectureTest::room)
            .filter(room -> !room.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    rooms.removeAll(SHARED.keySet());
    rooms.removeAll(ROOMS.keySet());
    assertThat(rooms).isEmpty();
  }

  @ArchTest
  static void noFileIsLongerThanTheCeiling(JavaClasses product) throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/demo/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> lines(file) > LINES_CEILING)
            .map(Path::toString)
            .forEach(tooLong::add);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static Path source(String packageName) {
    return Path.of("src/main/java").resolve(packageName.replace('.', '/'));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    String rest = name.substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static ArchCondition<JavaClass> dependOnlyOnAllowedRooms() {
    return new ArchCondition<>("depend only on rooms that the table allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String from = room(type);
          String to = room(dependency.getTargetClass());
          if (!allowed(from, to)) {
            events.add(
                SimpleConditionEvent.violated(
                    type, from + " may not know " + to + ": " + dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean allowed(String from, String to) {
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return true; // the root package wires everything, and holds only converters and data source
    }
    if (SHARED.containsKey(from)) {
      return SHARED.get(from).contains(to);
    }
    Set<String> known = ROOMS.getOrDefault(from, Set.of());
    return SHARED.containsKey(to) || known.contains(to) || known.contains("*");
  }

  /** What goes into the WAR, without generated templates. */
  static final class ProductOnly implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return location.contains("/classes/")
          && !location.contains("/test-classes/")
          && !location.contains("/views/");
    }
  }
}
