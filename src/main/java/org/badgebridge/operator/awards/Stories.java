package org.badgebridge.operator.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditEntries;
import org.badgebridge.audit.AuditEntry;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Requirements;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.ReissueAward;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.jspecify.annotations.Nullable;

/** Tells the whole story of an award: what it is, how far it got, and who did what to it. */
@ApplicationScoped
public class Stories {

  private final Awards awards;
  private final BadgeClasses badgeClasses;
  private final LmsUsers lmsUsers;
  private final Courses courses;
  private final Credentials credentials;
  private final ReissueAward reissue;
  private final AuditEntries audit;
  private final ActorNames names;

  @Inject
  public Stories(
      Awards awards,
      BadgeClasses badgeClasses,
      LmsUsers lmsUsers,
      Courses courses,
      Credentials credentials,
      ReissueAward reissue,
      AuditEntries audit,
      ActorNames names) {
    this.awards = awards;
    this.badgeClasses = badgeClasses;
    this.lmsUsers = lmsUsers;
    this.courses = courses;
    this.credentials = credentials;
    this.reissue = reissue;
    this.audit = audit;
    this.names = names;
  }

  /** The story of an award that the reader may see. */
  public Story of(DirectAward award) {
    BadgeClass badgeClass = badgeClasses.find(award.badgeClassId()).orElseThrow();
    LmsUser learner = lmsUsers.find(award.lmsUserId()).orElseThrow();
    UUID course = award.provenance().courseId();
    return new Story(
        award,
        badgeClass,
        learner,
        course == null ? null : courses.find(course).map(Course::name).orElse(null),
        Requirements.of(badgeClass.content()),
        awards.replacing(award.id()).map(DirectAward::id).orElse(null),
        !awards.laterThan(award),
        reissue.possible(award),
        credentials.ofAward(award.id()).map(Credential::id).orElse(null),
        deeds(award, learner));
  }

  private List<Story.Deed> deeds(DirectAward award, LmsUser learner) {
    List<AuditEntry> entries = audit.about("direct-award", award.id().toString());
    Map<String, String> known = new HashMap<>();
    entries.stream()
        .filter(each -> each.actorId() != null)
        .forEach(
            each ->
                known.computeIfAbsent(
                    each.actorKind() + each.actorId(),
                    any -> names.of(each, award.institutionId(), learner).orElse("")));
    return entries.stream()
        .map(
            each ->
                new Story.Deed(
                    each.at(),
                    each.action(),
                    each.actorKind(),
                    blankAsNull(known.get(each.actorKind() + each.actorId())),
                    Authority.of(each.authority()).orElse(null),
                    each.reason()))
        .toList();
  }

  private static @Nullable String blankAsNull(@Nullable String name) {
    return name == null || name.isEmpty() ? null : name;
  }
}
