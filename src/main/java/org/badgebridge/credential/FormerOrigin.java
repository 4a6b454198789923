package org.badgebridge.credential;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Stream;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Tells when badges were issued under another address than the present one. Their signed identity
 * and that of their issuer have the address in them, so they can be verified only as long as it
 * answers: changing {@code BADGEBRIDGE_BASE_URL} cannot take them along.
 */
@ApplicationScoped
public class FormerOrigin {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final System.Logger LOG = System.getLogger(FormerOrigin.class.getName());
  private static final String PATH = "/assertions/";

  private final Sql sql;
  private final PublicOrigin publicOrigin;
  private volatile @Nullable String former;

  @Inject
  public FormerOrigin(Sql sql, PublicOrigin publicOrigin) {
    this.sql = sql;
    this.publicOrigin = publicOrigin;
  }

  void look(@Observes @Priority(30) Startup startup) {
    look();
  }

  /** Looks at the first and the last badge: the address changes only between two starts. */
  void look() {
    former =
        Stream.of("issued_at", "issued_at desc")
            .flatMap(order -> badge(order).stream())
            .map(FormerOrigin::origin)
            .filter(origin -> !origin.equals(publicOrigin.origin()))
            .findFirst()
            .orElse(null);
    if (former != null) {
      LOG.log(
          WARNING,
          "badges were issued under {0}, but BADGEBRIDGE_BASE_URL is {1} now: they can be verified"
              + " only while {0} leads here too",
          former,
          publicOrigin.origin());
    }
  }

  private Optional<String> badge(String order) {
    return sql.first(
        "select document from credential order by " + order + " limit 1",
        row -> row.text("document"));
  }

  private static String origin(String document) {
    try (JsonReader reader = JSON.createReader(new StringReader(document))) {
      String id = reader.readObject().getString("id", "");
      int path = id.indexOf(PATH);
      return path < 0 ? id : id.substring(0, path);
    }
  }

  /** An origin under which badges were issued and that is not ours any more. */
  public Optional<String> found() {
    return Optional.ofNullable(former);
  }
}
