package org.badgebridge.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.Recipient;
import org.badgebridge.award.hand.Gift;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * An award that a program asks for.
 *
 * @param scheduledFor a moment with its offset (RFC 3339); null for at once
 */
record NewAward(
    @Nullable UUID badgeClass,
    @Nullable Who recipient,
    @Nullable AwardDetails details,
    @Nullable String scheduledFor) {

  private static final Set<String> OF_RECIPIENT = Set.of("lmsUser", "eppn", "email", "name");

  /** Who gets it: an LMS user, or somebody by eppn, or by e-mail address and name. */
  record Who(
      @Nullable UUID lmsUser,
      @Nullable String eppn,
      @Nullable String email,
      @Nullable String name) {}

  /**
   * The badge class.
   *
   * @throws InvalidFields if none is named
   */
  UUID ofBadgeClass() {
    if (badgeClass == null) {
      throw new InvalidFields(List.of(FieldFault.of("badgeClass", "api.fault.missing")));
    }
    return badgeClass;
  }

  /** Whom it names. */
  Recipient who() {
    return recipient == null
        ? new Recipient(null, null, null, null)
        : new Recipient(recipient.lmsUser, recipient.eppn, recipient.email, recipient.name);
  }

  /**
   * What it gives.
   *
   * @throws InvalidFields if the moment is none
   */
  Gift gift() {
    AwardDetails said = details == null ? AwardDetails.NONE : details;
    return new Gift(ofBadgeClass(), said, moment(), Origin.API);
  }

  private @Nullable Instant moment() {
    try {
      return scheduledFor == null ? null : OffsetDateTime.parse(scheduledFor).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidFields(List.of(FieldFault.of("scheduledFor", "api.fault.moment")));
    }
  }

  /** Does something with it, and tells its faults as programs know the fields. */
  static <T> T named(Supplier<T> deed) {
    try {
      return deed.get();
    } catch (InvalidFields invalid) {
      List<FieldFault> told = new ArrayList<>();
      for (FieldFault each : invalid.faults()) {
        told.add(new FieldFault(path(each.field()), each.key(), each.arguments()));
      }
      throw new InvalidFields(told);
    }
  }

  private static String path(String field) {
    return (OF_RECIPIENT.contains(field) ? "recipient." : "details.") + field;
  }
}
