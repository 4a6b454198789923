package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;

/**
 * Offers of badges to wallets. An offer works once and for a quarter of an hour, needs the number
 * on its owner's screen, and is worth nothing after five wrong ones. We keep digests only. Joins
 * the caller's transaction.
 */
@ApplicationScoped
class WalletOffers {

  static final Duration LASTS = Duration.ofMinutes(15);

  /** How long a wallet that was let in may fetch. */
  static final Duration FETCHING = Duration.ofMinutes(10);

  static final int DIGITS = 6;
  static final int TRIES = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;
  private final Clock clock;

  @Inject
  WalletOffers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A fresh offer, shown once and never again.
   *
   * @param id for its owner, to ask how far it is
   * @param name in its address; whoever has it gets the code, and still needs the number
   * @param number {@code tx_code}
   */
  record Fresh(UUID id, String name, String number, WalletFormat format, Instant expiresAt) {}

  /** What a wallet may fetch. */
  record Taken(UUID offerId, UUID credentialId, UUID personId, WalletFormat format) {}

  /** Makes one; an earlier one for the same badge that nobody used is over. */
  Fresh make(UUID credentialId, UUID personId, WalletFormat format) {
    Instant now = clock.instant();
    sql.update(
        "update wallet_offer set expires_at = ?"
            + " where credential_id = ? and token_digest is null and expires_at > ?",
        now,
        credentialId,
        now);
    Fresh fresh =
        new Fresh(
            Ids.next(),
            Tokens.random(),
            String.format(Locale.ROOT, "%0" + DIGITS + "d", RANDOM.nextInt(1_000_000)),
            format,
            now.plus(LASTS));
    String code = code(fresh.name());
    sql.update(
        "insert into wallet_offer (id, credential_id, person_id, format, name_digest, code_digest,"
            + " number_digest, tries, expires_at) values (?, ?, ?, ?, ?, ?, ?, 0, ?)",
        fresh.id(),
        credentialId,
        personId,
        format.name(),
        Digests.sha256(fresh.name()),
        Digests.sha256(code),
        number(code, fresh.number()),
        fresh.expiresAt());
    return fresh;
  }

  /** The pre-authorized code that goes with a name: known to us only while somebody asks. */
  static String code(String name) {
    return Digests.sha256("pre-authorized " + name);
  }

  private static String number(String code, String number) {
    return Digests.sha256(code + " " + number);
  }

  /** The format of an offer that can still be taken. */
  Optional<WalletFormat> format(String name) {
    return sql.first(
        "select format from wallet_offer where name_digest = ? and token_digest is null"
            + " and expires_at > ? and tries < ?",
        row -> WalletFormat.valueOf(row.text("format")),
        Digests.sha256(name),
        clock.instant(),
        TRIES);
  }

  /**
   * Uses an offer up. Every try counts, also of many at once.
   *
   * @return the access token, good for {@link #FETCHING}; empty if code or number are wrong, or the
   *     offer is used or over
   */
  Optional<String> redeem(String code, String number) {
    String digest = Digests.sha256(code);
    Instant now = clock.instant();
    int counted =
        sql.update(
            "update wallet_offer set tries = tries + 1 where code_digest = ?"
                + " and token_digest is null and expires_at > ? and tries < ?",
            digest,
            now,
            TRIES);
    Optional<String> right =
        counted == 0
            ? Optional.empty()
            : sql.first(
                "select number_digest from wallet_offer where code_digest = ?",
                row -> row.text("number_digest"),
                digest);
    if (right.filter(kept -> same(kept, number(code, number))).isEmpty()) {
      return Optional.empty();
    }
    String token = Tokens.random();
    int used =
        sql.update(
            "update wallet_offer set token_digest = ?, token_until = ?"
                + " where code_digest = ? and token_digest is null",
            Digests.sha256(token),
            now.plus(FETCHING),
            digest);
    return used == 1 ? Optional.of(token) : Optional.empty();
  }

  private static boolean same(String kept, String tried) {
    return MessageDigest.isEqual(
        kept.getBytes(StandardCharsets.US_ASCII), tried.getBytes(StandardCharsets.US_ASCII));
  }

  /** What an access token lets a wallet fetch. */
  Optional<Taken> taken(String token) {
    return sql.first(
        "select id, credential_id, person_id, format from wallet_offer"
            + " where token_digest = ? and token_until > ?",
        WalletOffers::read,
        Digests.sha256(token),
        clock.instant());
  }

  /**
   * Notes that the badge was handed over.
   *
   * @return whether it is the first time
   */
  boolean delivered(UUID offerId) {
    return sql.update(
            "update wallet_offer set delivered_at = ? where id = ? and delivered_at is null",
            clock.instant(),
            offerId)
        == 1;
  }

  /** Forgets what is over. */
  void removeEnded() {
    Instant now = clock.instant();
    sql.update(
        "delete from wallet_offer where expires_at <= ? and (token_until is null or token_until <= ?)",
        now,
        now);
  }

  /** How far an offer of a badge is; over if there is none such. */
  WalletProgress progress(UUID offerId, UUID credentialId) {
    Instant now = clock.instant();
    return sql.first(
            "select delivered_at, token_until, tries, expires_at from wallet_offer"
                + " where id = ? and credential_id = ?",
            row -> {
              if (row.optionalInstant("delivered_at") != null) {
                return WalletProgress.TAKEN;
              }
              Instant until = row.optionalInstant("token_until");
              if (until != null) {
                return now.isBefore(until) ? WalletProgress.FETCHING : WalletProgress.OVER;
              }
              if (!now.isBefore(row.instant("expires_at"))) {
                return WalletProgress.OVER;
              }
              return row.count("tries") < TRIES ? WalletProgress.WAITING : WalletProgress.SPENT;
            },
            offerId,
            credentialId)
        .orElse(WalletProgress.OVER);
  }

  private static Taken read(Row row) {
    return new Taken(
        row.uuid("id"),
        row.uuid("credential_id"),
        row.uuid("person_id"),
        WalletFormat.valueOf(row.text("format")));
  }
}
