package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
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

  /** All, in a steady order. */
  public List<ConnectorKind> all() {
    return all;
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
