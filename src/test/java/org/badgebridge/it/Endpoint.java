package org.badgebridge.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that pages are asked for or forms are posted to, as the product's own annotations tell
 * it.
 *
 * @param path with placeholders as in Jakarta REST
 * @param type of what a POST takes
 * @param resource the class that answers
 */
record Endpoint(String verb, String path, String type, JavaClass resource) {

  /** All at or below one of these paths. */
  static List<Endpoint> below(String... roots) {
    List<Endpoint> all = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.badgebridge")) {
      if (type.isAnnotatedWith(Path.class)) {
        String root = slashed(type.getAnnotationOfType(Path.class).value());
        for (String each : roots) {
          if (root.equals(each) || root.startsWith(each + "/")) {
            type.getMethods().forEach(method -> add(all, root, type, method));
          }
        }
      }
    }
    return all;
  }

  private static void add(List<Endpoint> all, String root, JavaClass type, JavaMethod method) {
    String verb =
        method.isAnnotatedWith(GET.class)
            ? "GET"
            : method.isAnnotatedWith(POST.class) ? "POST" : "";
    if (!verb.isEmpty()) {
      String own =
          method.isAnnotatedWith(Path.class)
              ? slashed(method.getAnnotationOfType(Path.class).value())
              : "";
      String body =
          method.isAnnotatedWith(Consumes.class)
              ? method.getAnnotationOfType(Consumes.class).value()[0]
              : MediaType.APPLICATION_FORM_URLENCODED;
      all.add(new Endpoint(verb, root + own, body, type));
    }
  }

  private static String slashed(String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    return inner.isEmpty() ? "" : "/" + inner;
  }

  boolean isGet() {
    return verb.equals("GET");
  }

  /** Whether its path names one thing of many. */
  boolean isAboutOne() {
    return path.contains("{");
  }
}
