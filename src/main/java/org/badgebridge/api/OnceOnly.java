package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Does what a request asks for once, however often it comes with the same {@code Idempotency-Key}:
 * the first one's answer is kept in its transaction, and every other is answered with it. A request
 * that fails keeps nothing and can be sent again.
 */
@ApplicationScoped
public class OnceOnly {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Sql sql;
  private final Clock clock;

  @Inject
  public OnceOnly(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A request that may be repeated.
   *
   * @param key null if it says none: it is done each time
   * @param what everything that it asks for
   */
  public record Request(UUID client, @Nullable String key, String what) {}

  /**
   * Does it, or answers as before. Of several at the same moment one does it; the others wait.
   *
   * @throws ProblemException MALFORMED for a key that is none, CONFLICT if the key was used for
   *     another request
   */
  @Transactional
  public Answer answer(Request request, Supplier<Answer> deed) {
    String key = request.key;
    if (key == null) {
      return deed.get();
    }
    if (!KEY.matcher(key).matches()) {
      throw new ProblemException(ProblemType.MALFORMED, "api.idempotency-key");
    }
    String digest = Digests.sha256(request.what);
    boolean first =
        sql.insertOnce(
            "insert into api_answer (client_id, idempotency_key, request_digest, created_at)"
                + " values (?, ?, ?, ?)",
            request.client,
            key,
            digest,
            clock.instant());
    if (!first) {
      return earlier(request.client, key, digest);
    }
    Answer answer = deed.get();
    sql.update(
        "update api_answer set status = ?, location = ?, tag = ?, body = ?"
            + " where client_id = ? and idempotency_key = ?",
        answer.status(),
        answer.location(),
        answer.tag(),
        answer.body(),
        request.client,
        key);
    return answer;
  }

  /** Does it each time, in one transaction with its answer. */
  @Transactional
  public Answer always(Supplier<Answer> deed) {
    return deed.get();
  }

  private Answer earlier(UUID client, String key, String digest) {
    return sql.first(
            "select status, location, tag, body from api_answer"
                + " where client_id = ? and idempotency_key = ? and request_digest = ?",
            OnceOnly::answer,
            client,
            key,
            digest)
        .orElseThrow(() -> new ProblemException(ProblemType.CONFLICT, "api.idempotency-key.other"));
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.integer("status"),
        row.optionalText("location"),
        row.optionalText("tag"),
        row.text("body"));
  }

  /** Forgets the answers from before a moment; their keys can be used anew. */
  @Transactional
  public int forget(Instant before) {
    return sql.update("delete from api_answer where created_at < ?", before);
  }
}
