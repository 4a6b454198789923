package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.credential.supplement.SupplementJoined;

/**
 * Owes the learner a word about a document that was joined to their badge, in the transaction that
 * joins it; not before staff have had time to withdraw it.
 */
@ApplicationScoped
public class NoteSupplements {

  private final JoinedDocuments documents;
  private final Notices notices;
  private final AwardSettingsBook settings;
  private final Clock clock;

  @Inject
  public NoteSupplements(
      JoinedDocuments documents, Notices notices, AwardSettingsBook settings, Clock clock) {
    this.documents = documents;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  public void on(@Observes SupplementJoined joined) {
    documents.owe(joined.supplementId());
    notices.gather(
        List.of(new Notices.Notice(joined.lmsUserId(), joined.institutionId())),
        clock
            .instant()
            .plus(Duration.ofMinutes(settings.of(joined.institutionId()).undoMinutes())));
  }
}
