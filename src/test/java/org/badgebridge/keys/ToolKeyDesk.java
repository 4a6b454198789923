package org.badgebridge.keys;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The tool's keys, wired by hand for one transaction. */
public final class ToolKeyDesk {

  private ToolKeyDesk() {}

  /** With a key that signs. */
  public static ToolKeys open(EntityManager em, Sealer sealer, Clock clock) {
    SigningKeys keys = new SigningKeys(em);
    RotateToolKeys rotation = new RotateToolKeys(keys, sealer, clock);
    rotation.run();
    return new ToolKeys(keys, rotation, sealer, clock);
  }
}
