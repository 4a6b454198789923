package org.badgebridge.staff;

import java.util.List;
import java.util.Set;
import org.badgebridge.staff.Places.Step;

/**
 * Who has rights at one place: all that its page shows.
 *
 * @param way from the institution down to the place
 * @param may what the reader may do here
 * @param here who was given rights at this place
 * @param above whose rights at a higher level hold here too
 * @param below who was given rights further down
 * @param invitations the latest to this place
 */
public record StaffBoard(
    List<Step> way,
    Set<Permission> may,
    List<Member> here,
    List<Member> above,
    List<Member> below,
    List<Invitee> invitations) {

  /**
   * Somebody with rights.
   *
   * @param place where they were given
   * @param own whether it is the reader
   */
  public record Member(
      StaffMembership membership, String name, String email, Step place, boolean own) {}

  /** Somebody invited, and by whom. */
  public record Invitee(StaffInvitation invitation, StaffInvitation.State state, String inviter) {}

  /** The place itself. */
  public Step place() {
    return way.get(way.size() - 1);
  }

  /** Whether the reader may change who is staff here. */
  public boolean administrates() {
    return may.contains(Permission.ADMINISTRATE);
  }

  /** The roles that the reader may give here. */
  public List<Role> roles() {
    return Role.at(place().level()).stream()
        .filter(each -> may.containsAll(each.permissions()))
        .toList();
  }
}
