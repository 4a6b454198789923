package org.badgebridge.web.embed;

import java.util.Locale;
import java.util.Optional;

/** Knows the blocks of one kind of page. */
public interface Embeddable {

  /**
   * The block of a page.
   *
   * @param path of the page, as somebody copied it: with a query or a fragment, maybe
   * @return empty if it is another kind of page, or nobody may see it
   */
  Optional<Block> block(String path, Locale reader);
}
