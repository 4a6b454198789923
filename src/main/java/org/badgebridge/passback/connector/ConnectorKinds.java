package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.badgebridge.platform.Product;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The kinds of connectors that there are. */
@ApplicationScoped
public class ConnectorKinds {

  private final List<ConnectorKind> all;

  @Inject
  ConnectorKinds(Instance<ConnectorKind> kinds) {
    this(kinds.stream().toList());
  }

  /** These kinds. */
  public ConnectorKinds(List<ConnectorKind> kinds) {
    all = kinds.stream().sorted(Comparator.comparing(ConnectorKind::source)).toList();
  }

  /** All, those first that are made for one of these products, and last those for others only. */
  public List<ConnectorKind> suiting(Set<Product> products) {
    return all.stream().sorted(Comparator.comparingInt(kind -> distance(kind, products))).toList();
  }

  private static int distance(ConnectorKind kind, Set<Product> products) {
    if (kind.madeFor().isEmpty()) {
      return 1;
    }
    return suits(kind, products) ? 0 : 2;
  }

  /** What the products that it works with are called. */
  public static String titles(ConnectorKind kind) {
    return kind.madeFor().stream().map(Product::title).sorted().collect(Collectors.joining(", "));
  }

  /** Whether it works with one of these products. */
  public static boolean suits(ConnectorKind kind, Set<Product> products) {
    return kind.madeFor().isEmpty() || !Collections.disjoint(kind.madeFor(), products);
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND if there is none of that name
   */
  public ConnectorKind of(String source) {
    return all.stream()
        .filter(each -> each.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }
}
