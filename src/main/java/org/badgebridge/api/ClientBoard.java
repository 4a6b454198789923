package org.badgebridge.api;

import java.util.List;
import org.badgebridge.staff.ApiClient;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places.Step;

/**
 * The API clients of an institution as its page shows them.
 *
 * @param places where the reader may make some
 * @param offered the permissions that the reader can give at one place or another
 * @param clients those that the reader administrates, the newest first
 */
public record ClientBoard(List<Step> places, List<Permission> offered, List<Line> clients) {

  /**
   * One of them.
   *
   * @param place the name of where it has its permissions
   * @param maker the name of who made it
   */
  public record Line(ApiClient client, ApiClient.State state, String place, String maker) {}
}
