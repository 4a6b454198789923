package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.platform.Product;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Whose courses and people a connector of an institution may speak of. Reads by SQL. */
@ApplicationScoped
public class ConnectorPlatforms {

  private static final String SERVES =
      "(p.institution_id = ? or exists (select 1 from deployment d where d.platform_id = p.id and"
          + " d.institution_id = ?))";

  private final Sql sql;

  @Inject
  public ConnectorPlatforms(Sql sql) {
    this.sql = sql;
  }

  /**
   * A platform.
   *
   * @param issuer its {@code iss}, which for Moodle is the address of the site
   */
  public record Served(UUID id, String name, Product product, String issuer) {}

  /** The platforms that serve an institution, by name. */
  public List<Served> of(UUID institutionId) {
    return sql.list(
        "select p.id, p.name, p.product, p.issuer from platform p where "
            + SERVES
            + " order by p.name, p.id",
        ConnectorPlatforms::read,
        institutionId,
        institutionId);
  }

  /** The platform. */
  public Served get(UUID id) {
    return sql.first(
            "select p.id, p.name, p.product, p.issuer from platform p where p.id = ?",
            ConnectorPlatforms::read,
            id)
        .orElseThrow(ConnectorPlatforms::missing);
  }

  void require(UUID platformId, UUID institutionId) {
    if (of(institutionId).stream().noneMatch(each -> each.id().equals(platformId))) {
      throw missing();
    }
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }

  private static Served read(Row row) {
    Product product = Product.of(row.text("product"));
    return new Served(
        row.uuid("id"),
        row.text("name"),
        product == null ? Product.GENERIC : product,
        row.text("issuer"));
  }
}
