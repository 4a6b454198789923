package org.badgebridge.backpack.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Forgets tokens and connections that are over, and hosts that nobody connects. */
@ApplicationScoped
class ForgetHosts implements RecurringJob {

  private final Hosts hosts;
  private final HostConnections connections;
  private final HostTokens tokens;

  @Inject
  ForgetHosts(Hosts hosts, HostConnections connections, HostTokens tokens) {
    this.hosts = hosts;
    this.connections = connections;
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "forget-hosts";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public void run() {
    tokens.removeEnded();
    connections.removeEnded();
    hosts.removeIdle();
  }
}
