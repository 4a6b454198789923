package org.badgebridge.backpack.provider;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.backpack.host.HostConnections;
import org.badgebridge.credential.PersonsBadges;
import org.jspecify.annotations.Nullable;

/** What a host reads, wired by hand for one transaction. */
public final class Reading {

  private Reading() {}

  public static ReadBadges of(EntityManager em, HostConnections connections) {
    return new ReadBadges(new PersonsBadges(em), connections);
  }

  /** The documents of one part. */
  public static List<String> documents(
      ReadBadges reading,
      HostConnection connection,
      @Nullable String limit,
      @Nullable String offset,
      @Nullable String since) {
    return reading.read(connection, CredentialsQuery.read(limit, offset, since)).documents();
  }
}
