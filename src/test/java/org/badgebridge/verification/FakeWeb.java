package org.badgebridge.verification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.Served;
import org.badgebridge.verification.source.Sources;

/** A web in which only some addresses answer; remembers what was asked. */
public final class FakeWeb implements Sources {

  public final List<String> asked = new ArrayList<>();
  private final Map<String, Served> served = new HashMap<>();

  /** Serves JSON there. */
  public FakeWeb serve(String address, Object document) {
    return serve(address, 200, "application/json", document);
  }

  public FakeWeb serve(String address, int status, String type, Object body) {
    served.put(address, new Served(status, type, body.toString().getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  public void forget(String address) {
    served.remove(address);
  }

  @Override
  public Served get(URI address, String accept, Duration within) {
    asked.add(address.toString());
    Served answer = served.get(address.toString());
    if (answer == null) {
      throw NotServed.unreachable(address.getHost());
    }
    return answer;
  }
}
