package org.badgebridge.launch;

/** Answers an accepted launch of one kind with a page. Implementations are CDI beans. */
public interface LaunchPage {

  /** The message this page answers; one bean each. */
  MessageType answers();

  /**
   * The whole HTML document that the frame shows. Called outside any transaction, after the launch
   * is committed.
   *
   * @param bearer what the page's script sends with every further request; give it to {@link
   *     LaunchSession#page} and nowhere else
   */
  String open(LaunchSession session, String bearer);
}
