package org.badgebridge.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * Says that an award changed, for those who keep sums over awards. It is committed with the change:
 * whoever sees it sees the change, and what is rolled back leaves none. Whoever took it into
 * account removes it.
 */
@Entity
@Table(name = "award_touch")
public class AwardTouch {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "award_id")
  private UUID awardId;

  protected AwardTouch() {} // for JPA

  AwardTouch(DirectAward award) {
    this.id = UUID.randomUUID();
    this.institutionId = award.institutionId();
    this.awardId = award.id();
  }
}
