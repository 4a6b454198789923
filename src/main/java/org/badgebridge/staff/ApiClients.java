package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Tokens;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * All API clients. A token is {@code bb_}, the client's id as 32 hexadecimal digits, {@code _} and
 * the secret, so that a client is looked up by its id and only the secret must be compared.
 */
@ApplicationScoped
public class ApiClients {

  /** How exactly we know when a client was last used. */
  private static final Duration USE = Duration.ofMinutes(1);

  private static final Pattern TOKEN =
      Pattern.compile(
          "bb_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([\\w-]{43})");

  private final EntityManager entityManager;
  private final Sql sql;
  private final Clock clock;

  @Inject
  public ApiClients(EntityManager entityManager, Sql sql, Clock clock) {
    this.entityManager = entityManager;
    this.sql = sql;
    this.clock = clock;
  }

  static String secret() {
    return Tokens.random();
  }

  static String token(UUID id, String secret) {
    return "bb_" + id.toString().replace("-", "") + "_" + secret;
  }

  /** The client whose token this is, in whatever state. */
  public Optional<ApiClient> withToken(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String id =
        String.join(
            "-", parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
    return Optional.ofNullable(entityManager.find(ApiClient.class, UUID.fromString(id)))
        .filter(client -> client.hasSecret(parts.group(6)));
  }

  /** Notes that a client is being used; writes at most once a minute. */
  public void use(ApiClient client) {
    Instant now = clock.instant();
    Instant earlier = now.minus(USE);
    Instant known = client.lastUsedAt();
    if (known == null || known.isBefore(earlier)) {
      sql.update(
          "update api_client set last_used_at = ?"
              + " where id = ? and (last_used_at is null or last_used_at < ?)",
          now,
          client.id(),
          earlier);
    }
  }

  /** The client, if it is neither revoked nor over. */
  Optional<ApiClient> alive(UUID id) {
    return Optional.ofNullable(entityManager.find(ApiClient.class, id))
        .filter(each -> each.state(clock.instant()) == ApiClient.State.ALIVE);
  }

  /** Those of an institution, the newest first. */
  public List<ApiClient> of(UUID institutionId) {
    return entityManager
        .createQuery(
            "select c from ApiClient c where c.institutionId = :institution"
                + " order by c.createdAt desc, c.id",
            ApiClient.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  ApiClient get(UUID id) {
    ApiClient found = entityManager.find(ApiClient.class, id);
    if (found == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return found;
  }

  void add(ApiClient client) {
    entityManager.persist(client);
  }
}
