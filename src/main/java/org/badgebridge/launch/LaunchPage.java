package org.badgebridge.launch;

/** Answers an accepted launch of one kind with a page. Implementations are CDI beans. */
public interface LaunchPage {

  /** The message this page answers; one bean each. */
  MessageType answers();

  /**
   * The whole HTML document that the frame shows. Called in the transaction of the launch: what the
   * launch teaches us is kept with it, or neither is.
   *
   * @param bearer what the page's script sends with every further request; give it to {@link
   *     LaunchSession#page} and nowhere else
   */
  String open(LaunchSession session, String bearer);
}
