package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What services of platforms last failed with; for the operator. */
@ApplicationScoped
public class PlatformTroubles {

  /**
   * One service that does not work now.
   *
   * @param service {@code token}, {@code keys}, {@code roster} or {@code gradebook}
   * @param times failures in a row
   */
  public record Trouble(
      UUID platformId,
      String platform,
      String service,
      Instant since,
      Instant lastAt,
      int times,
      String detail) {}

  /** All present troubles, the latest first. */
  public List<Trouble> list() {
    return List.of();
  }
}
