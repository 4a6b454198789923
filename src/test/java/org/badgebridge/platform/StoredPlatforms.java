package org.badgebridge.platform;

import java.time.Clock;
import org.badgebridge.testing.OpenDatabase;

/** The platforms of a test database, for tests of other rooms. */
public final class StoredPlatforms {

  private StoredPlatforms() {}

  /** The directory over that database. */
  public static PlatformDirectory directory(OpenDatabase database, Clock clock) {
    return database.compute(
        entityManager ->
            new PlatformDirectory(
                new PlatformSnapshot(entityManager) {
                  @Override
                  Content read() {
                    return database.compute(fresh -> new PlatformSnapshot(fresh).read());
                  }
                },
                clock));
  }

  /** For {@link Deployments#firstSeen} only. */
  public static Deployments deployments(OpenDatabase database, Clock clock) {
    return database.compute(
        entityManager -> new Deployments(entityManager, database.dataSource(), clock));
  }
}
