package org.badgebridge.backpack.collection;

import java.util.List;
import org.badgebridge.credential.Credential;

/**
 * A collection with what its owner sees of it.
 *
 * @param members its badges in the owner's order
 * @param others the owner's badges that are not in it, by name
 * @param address of its public page
 */
public record CollectionSheet(
    BadgeCollection collection, List<Member> members, List<Member> others, String address) {

  /** A badge that is, or could be, in a collection. */
  public record Member(Credential credential, String name, String picture) {

    /** Whether everybody can see it. */
    public boolean inPublic() {
      return credential.publicSince() != null;
    }
  }

  /** How many of its badges others do not see. */
  public long hidden() {
    return members.stream().filter(each -> !each.inPublic()).count();
  }
}
