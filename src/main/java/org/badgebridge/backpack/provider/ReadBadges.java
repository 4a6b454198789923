package org.badgebridge.backpack.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.backpack.host.HostConnections;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.PersonsBadges;

/** A host reads the badges that it may, and the owner sees when. */
@ApplicationScoped
public class ReadBadges {

  private final PersonsBadges badges;
  private final HostConnections connections;

  @Inject
  ReadBadges(PersonsBadges badges, HostConnections connections) {
    this.badges = badges;
    this.connections = connections;
  }

  /**
   * Some of them.
   *
   * @param documents letter by letter as they were signed; revoked ones too, as their status list
   *     tells
   * @param total of all parts
   */
  public record Part(List<String> documents, long total) {}

  /** Reads the part that is wanted. */
  @Transactional
  public Part read(HostConnection connection, CredentialsQuery wanted) {
    connections.read(connection);
    if (!connection.publicOnly()) {
      return new Part(
          documents(
              badges.page(connection.personId(), wanted.since(), wanted.offset(), wanted.limit())),
          badges.count(connection.personId(), wanted.since()));
    }
    List<Credential> open = badges.forEverybody(connection.personId(), wanted.since());
    int from = Math.min(wanted.offset(), open.size());
    int to = Math.min(from + wanted.limit(), open.size());
    return new Part(documents(open.subList(from, to)), open.size());
  }

  private static List<String> documents(List<Credential> badges) {
    return badges.stream().map(Credential::document).toList();
  }
}
