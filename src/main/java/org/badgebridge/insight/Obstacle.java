package org.badgebridge.insight;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands between a learner and an open offer. */
public enum Obstacle {
  /** Not seen, and no message was sent: none is due yet, or there is no address for one. */
  UNSEEN,
  /** Not seen, and no message got through. */
  UNREACHED,
  /** Mailed, and not seen. */
  TOLD,
  /** Seen, and not claimed. */
  SEEN;

  /** Over awards {@code a}. */
  static final String OF_AWARD =
      """
      case when a.seen_at is not null then 'SEEN'
        when exists (select 1 from mail_award ma join mail m on m.id = ma.mail_id
          where ma.award_id = a.id and m.state = 'SENT') then 'TOLD'
        when exists (select 1 from mail_award ma join mail m on m.id = ma.mail_id
          where ma.award_id = a.id and m.state in ('BOUNCED', 'FAILED')) then 'UNREACHED'
        else 'UNSEEN' end""";

  /** The one of that slug; null for anything else. */
  static @Nullable Obstacle of(@Nullable String slug) {
    return Stream.of(values()).filter(each -> each.slug().equals(slug)).findFirst().orElse(null);
  }

  /** Its name in addresses and message keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
