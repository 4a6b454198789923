package org.badgebridge.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation below {@code /api/v1}, as the product's own annotations tell it.
 *
 * @param path with placeholders as in OpenAPI
 * @param open whether it needs no token
 */
record ApiOperation(String verb, String path, String name, boolean open) {

  static List<ApiOperation> all() {
    List<ApiOperation> all = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.badgebridge")) {
      if (type.isAnnotatedWith(Path.class)) {
        String root = type.getAnnotationOfType(Path.class).value();
        if (root.startsWith("/api/v1")) {
          type.getMethods().forEach(method -> add(all, root, method));
        }
      }
    }
    return all;
  }

  private static void add(List<ApiOperation> all, String root, JavaMethod method) {
    String verb =
        method.isAnnotatedWith(GET.class)
            ? "GET"
            : method.isAnnotatedWith(POST.class)
                ? "POST"
                : method.isAnnotatedWith(PUT.class) ? "PUT" : "";
    if (!verb.isEmpty()) {
      String own =
          method.isAnnotatedWith(Path.class)
              ? "/" + method.getAnnotationOfType(Path.class).value()
              : "";
      all.add(
          new ApiOperation(
              verb,
              (root + own).replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"),
              method.getName(),
              !method.getOwner().isAnnotatedWith("org.badgebridge.api.ApiOnly")));
    }
  }

  boolean changes() {
    return !verb.equals("GET");
  }
}
