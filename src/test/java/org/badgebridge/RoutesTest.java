package org.badgebridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Jakarta REST 3.1 §3.7.2 chooses root classes by the longest path first, and never looks into the
 * others again: {@code /x/y} of a class at {@code /x} is lost once a class stands at {@code /x/y}.
 */
class RoutesTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.badgebridge");

  @Test
  void noRootClassHidesAMethodOfAnother() {
    Set<String> roots =
        PRODUCT.stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(type -> clean(type.getAnnotationOfType(Path.class).value()))
            .collect(Collectors.toSet());
    assertThat(roots).hasSizeGreaterThan(20);
    Set<String> hidden = new TreeSet<>();
    for (JavaClass type : PRODUCT) {
      if (type.isAnnotatedWith(Path.class)) {
        String own = clean(type.getAnnotationOfType(Path.class).value());
        type.getMethods().stream()
            .filter(method -> method.isAnnotatedWith(Path.class) && isHidden(own, method, roots))
            .map(JavaMethod::getFullName)
            .forEach(hidden::add);
      }
    }
    assertThat(hidden).isEmpty();
  }

  @Test
  void knowsAHiddenMethodWhenItSeesOne() {
    Set<String> roots = Set.of("", "/admin", "/admin/unclaimed");
    assertThat(isHidden("/admin", "/admin/unclaimed/all", roots)).isTrue();
    assertThat(isHidden("", "/admin", roots)).isTrue();
    assertThat(isHidden("/admin", "/admin/unclaimed.csv", roots)).isFalse();
    assertThat(isHidden("/admin/unclaimed", "/admin/unclaimed/all", roots)).isFalse();
  }

  private static boolean isHidden(String own, JavaMethod method, Set<String> roots) {
    return isHidden(own, own + clean(method.getAnnotationOfType(Path.class).value()), roots);
  }

  private static boolean isHidden(String own, String path, Set<String> roots) {
    return roots.stream()
        .filter(root -> root.length() > own.length())
        .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  /** With one slash in front and none behind. */
  private static String clean(String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    return inner.isEmpty() ? "" : "/" + inner;
  }
}
