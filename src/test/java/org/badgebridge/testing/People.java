package org.badgebridge.testing;

import java.time.Clock;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Addressees;
import org.badgebridge.identity.LmsUsers;

/** The users of platforms, wired by hand. */
public final class People {

  private People() {}

  /** Users; nobody hears whom addressees turn out to be. */
  public static LmsUsers users(Sql sql, Clock clock) {
    return new LmsUsers(sql, new Addressees(sql, new Heard<>(), clock), clock);
  }
}
