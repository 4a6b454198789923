package org.badgebridge.passback.gradebook;

import org.badgebridge.testing.FakeServices;

/** The gradebook of a platform on a real port, for tests of other rooms. */
public final class GradebookOnWire {

  private GradebookOnWire() {}

  /** The gradebook that these services keep. */
  public static Gradebook of(FakeServices services) {
    return new AgsGradebook(services::call);
  }
}
