package org.badgebridge.verification.source;

import java.net.URI;
import java.time.Duration;

/** Answers for the addresses that badges name. */
public interface Sources {

  /**
   * What is at an address.
   *
   * @param within the longest it may take
   * @throws NotServed if there is no answer, or one that may not be asked for
   */
  Served get(URI address, String accept, Duration within);
}
