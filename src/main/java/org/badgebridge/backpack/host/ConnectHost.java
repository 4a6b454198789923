package org.badgebridge.backpack.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.backpack.entry.WayNews;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.keys.Tokens;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The owner of a backpack lets a host read it, and ends that. */
@ApplicationScoped
public class ConnectHost {

  private final HostConnections connections;
  private final PersonAddresses addresses;
  private final WayNews news;
  private final AuditTrail audit;
  private final Sql sql;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // what is allowed, and who hears of it
  ConnectHost(
      HostConnections connections,
      PersonAddresses addresses,
      WayNews news,
      AuditTrail audit,
      Sql sql,
      Clock clock) {
    this.connections = connections;
    this.addresses = addresses;
    this.news = news;
    this.audit = audit;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Lets it, and owes the owner a message about that. What the host was allowed before ends: the
   * last word counts.
   *
   * @param publicOnly whether it may read only what everybody may have
   * @param lasts for a host that wants to come again; others have as long as their tokens
   * @param language of the message
   * @return the code that the host changes into tokens
   */
  @Transactional
  public String connect(
      HostRequest asked,
      UUID personId,
      boolean publicOnly,
      Duration lasts,
      Actor actor,
      Locale language) {
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
    connections
        .between(asked.host().id(), personId)
        .ifPresent(earlier -> end(earlier, actor, "connected anew"));
    Instant until =
        clock
            .instant()
            .plus(
                asked.comesAgain()
                    ? lasts
                    : HostConnections.CODE_LASTS.plus(HostTokens.ACCESS_LASTS));
    String code = Tokens.random();
    UUID id = connections.add(asked, personId, publicOnly, until, code);
    audit.record(null, actor, "host.connected", "host-connection", id, "host " + asked.host().id());
    news.tell(addresses.mailboxes(personId), WayNotice.What.HOST, asked.host().site(), language);
    return code;
  }

  /**
   * Ends it: from now on no token of it opens anything.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs
   */
  @Transactional
  public void disconnect(UUID personId, UUID id, Actor actor) {
    HostConnection connection =
        connections
            .ofPerson(personId, id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    end(connection, actor, null);
  }

  private void end(HostConnection connection, Actor actor, @Nullable String reason) {
    connections.end(connection.id());
    audit.record(null, actor, "host.disconnected", "host-connection", connection.id(), reason);
  }
}
