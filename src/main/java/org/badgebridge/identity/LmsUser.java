package org.badgebridge.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as one platform knows them: {@code (platform, sub)} owns awards. Never matched with
 * others by e-mail. Whom a list named before any platform did, has neither yet: {@link Addressees}.
 */
@Entity
@Table(name = "lms_user")
public class LmsUser {

  @Id private UUID id;

  @Column(name = "platform_id")
  private @Nullable UUID platformId;

  private @Nullable String sub;

  @Column(name = "person_id")
  private UUID personId;

  private @Nullable String name;

  @Column(name = "given_name")
  private @Nullable String givenName;

  @Column(name = "family_name")
  private @Nullable String familyName;

  private @Nullable String email;
  private @Nullable String locale;
  private @Nullable String eppn;

  private @Nullable String username;

  @Column(name = "sourced_id")
  private @Nullable String sourcedId;

  @Column(name = "name_corrected_at")
  private @Nullable Instant nameCorrectedAt;

  @Column(name = "test_user")
  private boolean testUser;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected LmsUser() {} // for JPA

  /** The platform's {@code sub} (LTI Core 1.3 §5.3.6), at most 255 characters. */
  public LmsUser(
      UUID id, @Nullable UUID platformId, @Nullable String sub, UUID personId, Instant now) {
    this.id = id;
    this.platformId = platformId;
    this.sub = sub;
    this.personId = personId;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /**
   * Takes over what the platform says now; a name or address that it withholds keeps its old value.
   * A name is one thing: where a part of it differs, parts that are withheld go. One that the
   * institution corrected stays, whatever the platform says.
   *
   * @return whether anything changed
   */
  public boolean describe(Profile profile, Instant now) {
    Profile before = profile();
    if (nameCorrectedAt == null
        && (differs(profile.name(), name)
            || differs(profile.givenName(), givenName)
            || differs(profile.familyName(), familyName))) {
      name = profile.name();
      givenName = profile.givenName();
      familyName = profile.familyName();
    }
    email = profile.email() == null ? email : profile.email();
    locale = profile.locale() == null ? locale : profile.locale();
    eppn = profile.eppn() == null ? eppn : profile.eppn();
    username = profile.username() == null ? username : profile.username();
    sourcedId = profile.sourcedId() == null ? sourcedId : profile.sourcedId();
    testUser = testUser || profile.testUser();
    boolean changed = !before.equals(profile());
    if (changed) {
      updatedAt = now;
    }
    return changed;
  }

  private static boolean differs(@Nullable String told, @Nullable String known) {
    return told != null && !told.equals(known);
  }

  /** Read from the database: the name is one that the institution corrected then. */
  void keepName(@Nullable Instant correctedAt) {
    nameCorrectedAt = correctedAt;
  }

  public UUID id() {
    return id;
  }

  /** Null for whom no platform has named yet. */
  public @Nullable UUID platformId() {
    return platformId;
  }

  /** Null together with the platform. */
  public @Nullable String sub() {
    return sub;
  }

  public UUID personId() {
    return personId;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Profile profile() {
    return new Profile(
        name, givenName, familyName, email, locale, testUser, eppn, username, sourcedId);
  }

  /** What can be shown for this user: the name, or a neutral word with the end of the id. */
  public String displayName() {
    return profile().displayName(id);
  }

  /**
   * What a platform tells of a user; every field may be withheld.
   *
   * @param locale a language tag as the platform sent it
   * @param testUser whether the LTI TestUser role came along: sandbox awards only
   * @param eppn the name in the identity federation, lower case: LTI's {@code person_sourcedid} if
   *     it looks like one
   * @param username by which the user signs in to the platform; Moodle tells it
   * @param sourcedId LTI's {@code person_sourcedid}, such as a student number (Moodle's ID number)
   */
  public record Profile(
      @Nullable String name,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable String email,
      @Nullable String locale,
      boolean testUser,
      @Nullable String eppn,
      @Nullable String username,
      @Nullable String sourcedId) {

    /** Without other names that the platform uses. */
    public Profile(
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String locale,
        boolean testUser,
        @Nullable String eppn) {
      this(name, givenName, familyName, email, locale, testUser, eppn, null, null);
    }

    /** Without a name in a federation. */
    public Profile(
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String locale,
        boolean testUser) {
      this(name, givenName, familyName, email, locale, testUser, null);
    }

    /** As {@link LmsUser#displayName}. */
    public String displayName(UUID id) {
      if (name != null && !name.isBlank()) {
        return name;
      }
      String joined =
          ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName))
              .strip();
      return joined.isEmpty() ? "#" + id.toString().substring(30) : joined;
    }
  }
}
