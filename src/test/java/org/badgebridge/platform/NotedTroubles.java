package org.badgebridge.platform;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.BadgeDataSource;

/** Troubles kept in memory. */
final class NotedTroubles extends PlatformTroubles {

  final Map<String, String> present = new TreeMap<>();

  NotedTroubles() {
    super(new BadgeDataSource(), Clock.systemUTC());
  }

  @Override
  void failed(UUID platformId, String service, String detail) {
    present.put(service, detail);
  }

  @Override
  void worked(UUID platformId, String service) {
    present.remove(service);
    present.remove("token");
  }
}
