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
import java.util.Objects;
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

  /** What a code is for. */
  public enum Purpose {
    /** To open a backpack. */
    ENTER,
    /** To make the address a way into a backpack. */
    ADD,
    /** To open what a learner lets an advisor see. */
    ADVISE
  }

  /** A code to be sent to an address. */
  public record Owed(UUID id, String address, Locale language, Purpose purpose) {}

  /**
   * Owes a code that opens the backpacks of an address: of whoever proved it, and of the users that
   * platforms know by it; test users have none.
   *
   * @return what is to be sent; empty if nobody has the address, or if three codes for it are
   *     underway
   */
  public Optional<UUID> ask(String email, Locale language) {
    return owners(email).isEmpty() ? Optional.empty() : owe(null, null, email, language);
  }

  /**
   * Owes a code that proves to a person's backpack that they read a mailbox.
   *
   * @return what is to be sent; empty if three codes for the address are underway
   */
  public Optional<UUID> prove(UUID personId, String email, Locale language) {
    return owe(personId, null, email, language);
  }

  /**
   * Owes a code that proves to a learner's grant that its advisor reads a mailbox.
   *
   * @return what is to be sent; empty if three codes for the address are underway
   */
  public Optional<UUID> advise(UUID grantId, String email, Locale language) {
    return owe(null, grantId, email, language);
  }

  private Optional<UUID> owe(
      @Nullable UUID personId, @Nullable UUID grantId, String email, Locale language) {
    Instant now = clock.instant();
    String address = EmailAddress.normal(email);
    if (asked(address, now.minus(LASTS)) >= AT_ONCE) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    sql.update(
        "insert into mail_code (id, person_id, grant_id, address, language, asked_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        personId,
        grantId,
        address,
        language.toLanguageTag(),
        now,
        now.plus(LASTS));
    return Optional.of(id);
  }

  private long asked(String address, Instant since) {
    return sql.first(
            "select count(*) as asked from mail_code where address = ? and asked_at > ?",
            row -> row.count("asked"),
            address,
            since)
        .orElse(0L);
  }

  /** The persons whose backpacks a code to this address opens. */
  public List<UUID> owners(String email) {
    String address = EmailAddress.normal(email);
    return sql.list(
        "select person_id from lms_user where lower(email) = ? and not test_user"
            + " union select person_id from person_address where address = ? order by person_id",
        row -> row.uuid("person_id"),
        address,
        address);
  }

  /** What is to be sent, if it is not too late. */
  public Optional<Owed> owed(UUID id) {
    return sql.first(
        "select id, address, language, person_id, grant_id from mail_code c where id = ? and used_at is null"
            + " and expires_at > ? and (person_id is not null or grant_id is not null or exists"
            + " (select 1 from person_address a where a.address = c.address) or exists (select 1"
            + " from lms_user u where lower(u.email) = c.address and not u.test_user))",
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
   * Uses a code up that opens backpacks. Every try counts, also of many at once.
   *
   * @param typed as somebody typed it: spaces, dashes, small letters, O for 0 and I or L for 1 do
   *     not matter
   * @return the persons who have the address now; none if the code is wrong, used or too old
   */
  public List<UUID> redeem(UUID id, String typed) {
    return used(id, null, null, typed).map(this::owners).orElseGet(List::of);
  }

  /**
   * As {@link #redeem} for a code that a person asked for from within their backpack.
   *
   * @return the address that they read
   */
  public Optional<String> proven(UUID id, UUID personId, String typed) {
    return used(id, personId, null, typed);
  }

  /** As {@link #redeem} for a code that was asked for with the link of a grant. */
  public boolean advised(UUID id, UUID grantId, String typed) {
    return used(id, null, grantId, typed).isPresent();
  }

  private Optional<String> used(
      UUID id, @Nullable UUID personId, @Nullable UUID grantId, String typed) {
    Instant now = clock.instant();
    int counted =
        sql.update(
            "update mail_code set tries = tries + 1"
                + " where id = ? and used_at is null and expires_at > ? and tries < ?",
            id,
            now,
            TRIES);
    if (counted == 0) {
      return Optional.empty();
    }
    return sql.first(
            "select code_digest, address, person_id, grant_id from mail_code where id = ?",
            row ->
                new Kept(
                    row.optionalText("code_digest"),
                    row.text("address"),
                    row.optionalUuid("person_id"),
                    row.optionalUuid("grant_id")),
            id)
        .filter(kept -> kept.fits(plain(typed), personId, grantId))
        .map(Kept::address)
        .filter(
            address ->
                sql.update(
                        "update mail_code set used_at = ? where id = ? and used_at is null",
                        now,
                        id)
                    == 1);
  }

  private record Kept(
      @Nullable String codeDigest,
      String address,
      @Nullable UUID personId,
      @Nullable UUID grantId) {

    /** Whether it is this code, and for this purpose. */
    boolean fits(String code, @Nullable UUID asking, @Nullable UUID grant) {
      return codeDigest != null
          && Objects.equals(personId, asking)
          && Objects.equals(grantId, grant)
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
        row.text("address"),
        Locale.forLanguageTag(row.text("language")),
        purpose(row));
  }

  private static Purpose purpose(Row row) {
    if (row.optionalUuid("grant_id") != null) {
      return Purpose.ADVISE;
    }
    return row.optionalUuid("person_id") != null ? Purpose.ADD : Purpose.ENTER;
  }
}
