package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Codes that are sent by mail and prove that somebody reads a mailbox. A code works once, for a
 * quarter of an hour, and is worth nothing after five wrong tries. Joins the caller's transaction.
 */
@ApplicationScoped
public class MailCodes {

  /** The job that sends a code; its data is the code's id. */
  public static final String SENDING = "send-code";

  static final Duration LASTS = Duration.ofMinutes(15);
  static final int TRIES = 5;
  static final int AT_ONCE = 3;

  /** Without letters and digits that look alike (Crockford's base 32). */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;
  private final Clock clock;

  @Inject
  public MailCodes(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A code to be sent.
   *
   * @param lmsUserId somebody who has the address
   */
  public record Owed(UUID id, UUID lmsUserId, String addressDigest, Locale language) {}

  /**
   * Owes a code to the users that platforms know by an address; test users have none.
   *
   * @return what is to be sent; empty if nobody has the address, or if three codes for it are
   *     underway
   */
  public Optional<UUID> ask(String email, Locale language) {
    List<UUID> users = users(email);
    Instant now = clock.instant();
    String digest = EmailAddress.digest(email);
    if (users.isEmpty() || asked(digest, now.minus(LASTS)) >= AT_ONCE) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    sql.update(
        "insert into mail_code (id, lms_user_id, address_digest, language, asked_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        users.get(0),
        digest,
        language.toLanguageTag(),
        now,
        now.plus(LASTS));
    return Optional.of(id);
  }

  private long asked(String digest, Instant since) {
    return sql.first(
            "select count(*) as asked from mail_code where address_digest = ? and asked_at > ?",
            row -> row.count("asked"),
            digest,
            since)
        .orElse(0L);
  }

  private List<UUID> users(String email) {
    return sql.list(
        "select id from lms_user where lower(email) = ? and not test_user order by created_at, id",
        row -> row.uuid("id"),
        EmailAddress.normal(email));
  }

  /** What is to be sent, if it is not too late. */
  public Optional<Owed> owed(UUID id) {
    return sql.first(
        "select id, lms_user_id, address_digest, language from mail_code"
            + " where id = ? and used_at is null and expires_at > ?",
        MailCodes::read,
        id,
        clock.instant());
  }

  /** Makes the code itself, which takes the place of one that was made for the same before. */
  public String make(UUID id) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    sql.update(
        "update mail_code set code_digest = ? where id = ?", Digests.sha256(code.toString()), id);
    return code.insert(LENGTH / 2, '-').toString();
  }

  /**
   * Uses a code up. Every try counts, also of many at once.
   *
   * @param typed as somebody typed it: spaces, dashes, small letters, O for 0 and I or L for 1 do
   *     not matter
   * @return the persons who have the address now; none if the code is wrong, used or too old
   */
  public List<UUID> redeem(UUID id, String typed) {
    int counted =
        sql.update(
            "update mail_code set tries = tries + 1"
                + " where id = ? and used_at is null and expires_at > ? and tries < ?",
            id,
            clock.instant(),
            TRIES);
    if (counted == 0) {
      return List.of();
    }
    return sql.first(
            "select c.code_digest, c.address_digest, u.email from mail_code c"
                + " join lms_user u on u.id = c.lms_user_id where c.id = ?",
            row ->
                new Kept(
                    row.optionalText("code_digest"),
                    row.text("address_digest"),
                    row.optionalText("email")),
            id)
        .filter(kept -> kept.fits(plain(typed)))
        .map(kept -> used(id, kept.address()))
        .orElseGet(List::of);
  }

  private List<UUID> used(UUID id, String address) {
    int used =
        sql.update(
            "update mail_code set used_at = ? where id = ? and used_at is null",
            clock.instant(),
            id);
    if (used == 0) {
      return List.of();
    }
    return sql.list(
        "select distinct person_id from lms_user where lower(email) = ? and not test_user"
            + " order by person_id",
        row -> row.uuid("person_id"),
        EmailAddress.normal(address));
  }

  private record Kept(@Nullable String codeDigest, String addressDigest, @Nullable String email) {

    String address() {
      return email == null ? "" : email;
    }

    /** Whether it is this code, and the platform still tells the address that it was sent to. */
    boolean fits(String code) {
      return codeDigest != null
          && EmailAddress.digest(address()).equals(addressDigest)
          && MessageDigest.isEqual(ascii(codeDigest), ascii(Digests.sha256(code)));
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Forgets what is over. */
  public void removeEnded() {
    sql.update("delete from mail_code where expires_at <= ?", clock.instant());
  }

  private static String plain(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  private static Owed read(Row row) {
    return new Owed(
        row.uuid("id"),
        row.uuid("lms_user_id"),
        row.text("address_digest"),
        Locale.forLanguageTag(row.text("language")));
  }
}
