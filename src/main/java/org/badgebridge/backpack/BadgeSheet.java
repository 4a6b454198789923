package org.badgebridge.backpack;

import java.util.List;
import org.badgebridge.backpack.sharing.Choice;
import org.badgebridge.backpack.sharing.Destination;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.supplement.Supplement;
import org.jspecify.annotations.Nullable;

/**
 * All that an owner's page of a badge says beside its deeds.
 *
 * @param badge all that it states
 * @param holder the owner's whole name; empty if nobody told it
 * @param supplements documents that were joined to it
 * @param links of the owner that lead to it now
 * @param sharing how it can be taken elsewhere; null while it is private
 */
public record BadgeSheet(
    Backpack.Item item,
    IssuedBadge badge,
    String holder,
    List<Supplement> supplements,
    long links,
    @Nullable Sharing sharing) {

  /**
   * How a public badge can be taken elsewhere.
   *
   * @param address of its public page
   * @param linkedin the address at which LinkedIn adds it to a profile
   * @param signature HTML for the end of e-mails
   * @param embed HTML for web pages
   */
  public record Sharing(
      String address, String linkedin, List<Destination> others, String signature, String embed) {}

  /** The path of the owner's page. */
  public String path() {
    return "/backpack/" + item.award().id();
  }

  /** What its owner can choose to show of it. */
  public Choice choice() {
    return Choice.of(
        badge,
        holder,
        credential().note() != null,
        supplements.stream().anyMatch(Supplement::shown));
  }

  public Credential credential() {
    return item.claimed();
  }
}
