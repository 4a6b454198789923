package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.web.Page;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Writes what the reader of a mailbox is told about their backpack and the ways into it. */
@ApplicationScoped
public class WriteOfWays {

  private final WayNotices notices;
  private final MailSettings settings;
  private final StopLink stop;
  private final PublicOrigin origin;
  private final Views views;
  private final Words words;

  @Inject
  public WriteOfWays(
      WayNotices notices,
      MailSettings settings,
      StopLink stop,
      PublicOrigin origin,
      Views views,
      Words words) {
    this.notices = notices;
    this.settings = settings;
    this.stop = stop;
    this.origin = origin;
    this.views = views;
    this.words = words;
  }

  /** The message; empty if it was told, or the address is none. */
  @Transactional
  public Optional<Parcel> write(UUID id) {
    return notices
        .owed(id)
        .flatMap(
            notice ->
                MailAddress.strict(notice.address(), null)
                    .map(
                        to ->
                            new Parcel(
                                id,
                                Bounce.messageId(id, settings.host()),
                                notice.language(),
                                letter(notice),
                                to,
                                null,
                                stop(notice),
                                List.of())));
  }

  /** Nothing is kept of what was told. */
  @Transactional
  public void settle(UUID id) {
    notices.settle(id);
  }

  /** The page that a message leads to, and the key of what to do if it is not right. */
  private enum Place {
    WAYS("/backpack/ways", "not-you"),
    DATA("/backpack/data", "keep"),
    NAMES("/backpack/names", "ask-school"),
    HOSTS("/backpack/hosts", "not-your-host");

    private final String path;
    private final String wrong;

    Place(String path, String wrong) {
      this.path = path;
      this.wrong = wrong;
    }

    static Place of(WayNotice.What what) {
      return switch (what) {
        case ADDED, REMOVED, JOINED, PARTED, LEAVING -> WAYS;
        case ERASURE -> DATA;
        case NAME_GRANTED, NAME_DENIED -> NAMES;
        case HOST -> HOSTS;
      };
    }
  }

  private @Nullable String stop(WayNotice notice) {
    UUID learner = notice.lmsUserId();
    return learner == null ? null : stop.to(learner);
  }

  private Letter letter(WayNotice notice) {
    Page page = Page.open(notice.language(), words);
    String kind = "delivery.way." + notice.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String subject = page.t(kind + ".subject");
    String said = page.t(kind, PlainText.line(notice.about()), PlainText.line(notice.words()));
    Place place = Place.of(notice.what());
    String address = origin.at(place.path);
    String stopping = stop(notice);
    String wrong = page.t("delivery.way." + place.wrong);
    String end = stopping == null ? wrong : page.t("delivery.way.stop") + " " + stopping;
    return new Letter(
        subject,
        "",
        List.of(),
        "",
        String.join("\n\n", said, address, end) + "\n",
        views.render(
            "delivery/way.jte",
            page,
            Map.of(
                "subject",
                subject,
                "said",
                said,
                "address",
                address,
                "wrong",
                wrong,
                "stop",
                stopping == null ? "" : stopping)));
  }
}
