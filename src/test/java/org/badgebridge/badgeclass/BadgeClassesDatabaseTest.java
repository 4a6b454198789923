package org.badgebridge.badgeclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClasses.Filter;
import org.badgebridge.badgeclass.BadgeClasses.Slice;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadgeClassesDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Actor LECTURER =
      new Actor(Actor.Kind.LECTURER, UUID.randomUUID(), "launch 1");

  private final UUID institution = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void livesFromDraftToArchive(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      UUID id =
          db.compute(em -> desk(em).create(institution, draft("Mentor"), false, LECTURER)).id();
      db.transaction(
          em -> {
            BadgeClass draft = new BadgeClasses(em).inInstitution(id, institution);
            assertThat(draft.isPublic()).isFalse();
            desk(em).edit(id, institution, draft("Peer mentor"), LECTURER);
            desk(em).publish(id, institution, LECTURER);
            desk(em).publish(id, institution, LECTURER);
          });
      db.transaction(
          em -> {
            assertThat(new BadgeClasses(em).find(id).orElseThrow().name()).isEqualTo("Peer mentor");
            assertThat(new BadgeClasses(em).institutionOf(id)).isEqualTo(institution);
            desk(em).archiving().archive(id, institution, LECTURER);
            refused(ProblemType.CONFLICT, () -> desk(em).publish(id, institution, LECTURER));
            refused(
                ProblemType.CONFLICT, () -> desk(em).edit(id, institution, draft("X"), LECTURER));
          });
      assertThat(db.count("select count(*) from audit_entry where subject_kind = 'badge-class'"))
          .isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void hidesTheBadgeClassesOfOtherInstitutions(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      UUID id = db.compute(em -> desk(em).create(other, draft("Theirs"), true, LECTURER)).id();
      db.transaction(
          em -> {
            BadgeClasses all = new BadgeClasses(em);
            refused(ProblemType.NOT_FOUND, () -> all.inInstitution(id, institution));
            refused(ProblemType.NOT_FOUND, () -> all.inInstitution(UUID.randomUUID(), institution));
            refused(
                ProblemType.NOT_FOUND,
                () -> all.ofInstitution(institution, Filter.published(""), id));
            refused(
                ProblemType.NOT_FOUND,
                () -> desk(em).edit(id, institution, draft("Mine"), LECTURER));
            assertThat(all.ofInstitution(institution, Filter.published(""), null).badgeClasses())
                .isEmpty();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesByKeyAndSearchesByName(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      db.transaction(
          em -> {
            for (int i = 0; i < 45; i++) {
              String name = i < 25 ? "Same" : "Badge %02d 100%%".formatted(i);
              desk(em).create(institution, draft(name), true, LECTURER);
            }
            desk(em).create(institution, draft("Hidden draft"), false, LECTURER);
          });
      db.transaction(
          em -> {
            BadgeClasses all = new BadgeClasses(em);
            List<UUID> seen = new ArrayList<>();
            Slice slice = all.ofInstitution(institution, Filter.published(""), null);
            slice.badgeClasses().forEach(each -> seen.add(each.id()));
            while (slice.next() != null) {
              slice = all.ofInstitution(institution, Filter.published(""), slice.next());
              slice.badgeClasses().forEach(each -> seen.add(each.id()));
            }
            assertThat(seen).hasSize(45).doesNotHaveDuplicates();
            assertThat(found(all, "bAdGe 3")).isEqualTo(10);
            assertThat(found(all, "100%")).isEqualTo(20);
            assertThat(found(all, "_")).isZero();
            assertThat(found(all, "' or 1=1 --")).isZero();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesLearnersAndFaultyDrafts(TestDatabase kind) {
    try (OpenDatabase db = institutions(kind)) {
      Actor learner = new Actor(Actor.Kind.LEARNER, UUID.randomUUID(), "launch 2");
      db.transaction(
          em -> {
            refused(
                ProblemType.FORBIDDEN,
                () -> desk(em).create(institution, draft("Mine"), true, learner));
            assertThatThrownBy(() -> desk(em).create(institution, draft(""), true, LECTURER))
                .isInstanceOf(InvalidFields.class);
          });
      assertThat(db.count("select count(*) from badge_class")).isZero();
    }
  }

  private int found(BadgeClasses all, String words) {
    return all.ofInstitution(institution, Filter.published(words), null).badgeClasses().size();
  }

  private OpenDatabase institutions(TestDatabase kind) {
    OpenDatabase db = kind.open();
    OffsetDateTime now = NOW.atOffset(ZoneOffset.UTC);
    for (UUID each : List.of(institution, other)) {
      db.execute(
          "insert into institution (id, name, default_locale, accent, created_at)"
              + " values (?, ?, 'en', '#1f5fbf', ?)",
          each,
          each.toString(),
          now);
      db.execute(
          "insert into issuer (id, institution_id, name, created_at) values (?, ?, ?, ?)",
          UUID.randomUUID(),
          each,
          each.toString(),
          now);
    }
    return db;
  }

  private static BadgeDesk desk(EntityManager em) {
    return new BadgeDesk(em, CLOCK);
  }

  private static BadgeContent draft(String name) {
    return SampleContent.plain(name);
  }

  private static void refused(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }
}
