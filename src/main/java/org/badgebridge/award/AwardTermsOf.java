package org.badgebridge.award;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.Awarding;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Finds on which terms a learner would get a badge class, and whether the two belong together. */
@ApplicationScoped
public class AwardTermsOf {

  /** Users (u) of an institution (3), or of a partner that may award its badge class (2). */
  private static final String RECIPIENTS =
      " from lms_user u left join platform p on p.id = u.platform_id"
          + " cross join badge_class b join issuer i on i.id = b.issuer_id"
          + " where b.id = ?2 and i.institution_id = ?3"
          + " and exists (select 1 from institution h where (h.id = p.institution_id"
          + " or h.id = u.institution_id"
          + " or exists (select 1 from deployment d"
          + " where d.platform_id = p.id and d.institution_id = h.id))"
          + " and (h.id = ?3 or (b.open_to = 'PARTNERS' and exists (select 1"
          + " from partnership s where s.institution_id = ?3 and s.partner_id = h.id))))";

  private final EntityManager entityManager;
  private final BadgeClasses badgeClasses;
  private final AwardSettingsBook settings;

  @Inject
  public AwardTermsOf(
      EntityManager entityManager, BadgeClasses badgeClasses, AwardSettingsBook settings) {
    this.entityManager = entityManager;
    this.badgeClasses = badgeClasses;
    this.settings = settings;
  }

  /** The terms of a badge class, and what must be said. */
  record Found(
      Set<UUID> testUsers,
      int version,
      int lapseDays,
      Requirements requirements,
      Renewal renewal,
      @Nullable Integer places) {

    AwardTerms terms(Offer offer, int edition) {
      boolean sandbox = offer.sandbox() || testUsers.contains(offer.lmsUserId());
      return new AwardTerms(sandbox, version, edition, lapseDays);
    }
  }

  /**
   * The terms of offers like this one to some learners.
   *
   * @throws ProblemException NOT_FOUND if the badge class does not belong to the institution, or
   *     one of the learners neither to it nor to a partner that may award it; CONFLICT if it is not
   *     published
   */
  Found find(Offer offer, Set<UUID> lmsUserIds) {
    Set<UUID> testUsers = testUsers(lmsUserIds, offer.badgeClassId(), offer.institutionId());
    BadgeClass badgeClass = published(offer.badgeClassId());
    BadgeContent content = badgeClass.content();
    return new Found(
        testUsers,
        badgeClass.number(),
        AwardTerms.lapseDays(content, settings.of(offer.institutionId())),
        Requirements.of(content),
        Renewal.of(content.awarding()),
        content.awarding().places());
  }

  /** When holders of a badge class can earn it anew. */
  Renewal renewal(UUID badgeClassId) {
    return Renewal.of(badgeClasses.find(badgeClassId).orElseThrow().content().awarding());
  }

  /**
   * What holds for awarding a badge class that a learner could be given.
   *
   * @throws ProblemException as {@link #find}
   */
  public Awarding awardable(UUID institutionId, UUID badgeClassId, UUID lmsUserId) {
    testUsers(Set.of(lmsUserId), badgeClassId, institutionId);
    return published(badgeClassId).content().awarding();
  }

  /**
   * As whom a person could be given a badge class; the user who was seen last, where there are
   * several.
   */
  public Optional<UUID> recipient(UUID institutionId, UUID badgeClassId, UUID personId) {
    List<?> found =
        entityManager
            .createNativeQuery(
                "select cast(u.id as varchar(36))"
                    + RECIPIENTS
                    + " and u.person_id = ?1 order by u.updated_at desc, u.id")
            .setParameter(1, personId)
            .setParameter(2, badgeClassId)
            .setParameter(3, institutionId)
            .setMaxResults(1)
            .getResultList();
    return found.stream().findFirst().map(each -> UUID.fromString(each.toString()));
  }

  private BadgeClass published(UUID badgeClassId) {
    BadgeClass badgeClass = badgeClasses.find(badgeClassId).orElseThrow(Awards::missing);
    if (badgeClass.state() != BadgeClass.State.PUBLISHED) {
      throw new ProblemException(ProblemType.CONFLICT, "award.not-published");
    }
    return badgeClass;
  }

  /** In how many days from now on an award lapses that is offered now. */
  int lapseDays(DirectAward award) {
    BadgeClass badgeClass = badgeClasses.find(award.badgeClassId()).orElseThrow();
    return AwardTerms.lapseDays(badgeClass.content(), settings.of(award.institutionId()));
  }

  /** For how many days what a withdrawn award says about the learner is kept. */
  int keepDays(DirectAward award) {
    return settings.of(award.institutionId()).purgeDays();
  }

  /** What must be said about an award of its badge class. */
  Requirements requirements(DirectAward award) {
    return Requirements.of(badgeClasses.find(award.badgeClassId()).orElseThrow().content());
  }

  /** Those of these learners who are test users; refuses if one of them must not be awarded. */
  private Set<UUID> testUsers(Set<UUID> lmsUserIds, UUID badgeClassId, UUID institutionId) {
    List<UUID> users = List.copyOf(lmsUserIds);
    String marks =
        IntStream.range(0, users.size()).mapToObj(i -> "?" + (i + 4)).collect(joining(", "));
    Query query =
        entityManager
            .createNativeQuery(
                "select cast(u.id as varchar(36)), u.test_user"
                    + RECIPIENTS
                    + " and u.id in ("
                    + marks
                    + ")")
            .setParameter(2, badgeClassId)
            .setParameter(3, institutionId);
    IntStream.range(0, users.size()).forEach(i -> query.setParameter(i + 4, users.get(i)));
    Set<UUID> testUsers = new HashSet<>();
    List<?> found = query.getResultList();
    for (Object each : found) {
      Object[] row = (Object[]) each;
      if (Boolean.TRUE.equals(row[1])) {
        testUsers.add(UUID.fromString(row[0].toString()));
      }
    }
    if (found.size() < users.size()) {
      throw Awards.missing();
    }
    return testUsers;
  }
}
