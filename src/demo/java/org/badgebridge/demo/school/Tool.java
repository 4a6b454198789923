package org.badgebridge.demo.school;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tool the campus may launch.
 *
 * @param deployments the first one is used in messages
 * @param target where launches go when a link names no address
 * @param custom parameters sent with every launch
 * @param scopes the most its tokens may carry
 * @param sharesNames whether messages and rosters name people
 * @param sharesEmails whether they carry e-mail addresses
 * @param active whether an administrator let it in
 */
public record Tool(
    String client,
    List<String> deployments,
    String name,
    String login,
    List<String> redirects,
    String jwks,
    String target,
    Map<String, String> custom,
    Set<String> scopes,
    boolean sharesNames,
    boolean sharesEmails,
    boolean active) {

  public String deployment() {
    return deployments.get(0);
  }

  public Tool active(boolean now) {
    return with(client, deployments, scopes, sharesNames, sharesEmails, now);
  }

  /** These values under the client id of another, which is in use already. */
  public Tool instead(Tool known) {
    return with(known.client, known.deployments, scopes, sharesNames, sharesEmails, known.active);
  }

  public Tool granted(Set<String> now) {
    return with(client, deployments, now, sharesNames, sharesEmails, active);
  }

  public Tool deployed(List<String> now) {
    return with(client, now, scopes, sharesNames, sharesEmails, active);
  }

  public Tool sharing(boolean names, boolean emails) {
    return with(client, deployments, scopes, names, emails, active);
  }

  /** The same tool, but for what the campus decides. */
  private Tool with(
      String client,
      List<String> deployments,
      Set<String> scopes,
      boolean sharesNames,
      boolean sharesEmails,
      boolean active) {
    return new Tool(
        client,
        deployments,
        name,
        login,
        redirects,
        jwks,
        target,
        custom,
        scopes,
        sharesNames,
        sharesEmails,
        active);
  }
}
