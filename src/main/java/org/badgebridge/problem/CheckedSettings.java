package org.badgebridge.problem;

import java.util.List;

/** Settings of one room, checked at start: all faults of all rooms are reported together. */
public interface CheckedSettings {

  /**
   * What is wrong, one sentence each, naming the setting and what to do; empty when all is well.
   */
  List<String> faults();
}
