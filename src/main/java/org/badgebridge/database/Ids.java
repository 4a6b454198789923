package org.badgebridge.database;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Instant;
import java.util.UUID;

/**
 * Keys of rows that are written often: UUIDs of version 7 (RFC 9562 §5.7), whose order is that of
 * time, so that new rows lie side by side in an index. They are unique, not secret: 74 bits are
 * random.
 */
public final class Ids {

  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  /** A new key. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /** The key made at that moment; it sorts by it, to the millisecond. */
  public static UUID at(Instant moment) {
    return GENERATOR.construct(moment.toEpochMilli());
  }

  /** The lowest key of that moment: all that were made before are lower. */
  public static UUID lowestOf(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
  }
}
