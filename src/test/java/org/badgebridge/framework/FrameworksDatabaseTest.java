package org.badgebridge.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.framework.ArrangeFramework.Deed;
import org.badgebridge.framework.file.ReadItem;
import org.badgebridge.framework.file.SampleFiles;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameworksDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsAFileBeforeAnythingOfItCounts(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      UUID upload = desk.upload(institution, SampleFiles.ESCO_WITH_A_FAULT);
      Upload found = desk.find(upload);
      assertThat(found.good()).isEqualTo(3);
      assertThat(found.invalid()).isEqualTo(1);
      assertThat(found.isRunning()).isFalse();
      assertThat(desk.preview(upload).faults()).hasSize(1);
      assertThat(desk.preview(upload).samples())
          .extracting(ReadItem::name)
          .startsWith("manage musical staff");
      assertThat(db.count("select count(*) from framework")).isZero();
      assertThat(desk.next(upload)).as("no job runs before the decision").isFalse();
      desk.discard(institution, upload);
      assertThat(db.count("select count(*) from framework_upload_item")).isZero();
      for (int i = 0; i < KeepUpload.WAITING; i++) {
        desk.upload(institution, SampleFiles.CASE);
      }
      assertThatThrownBy(() -> desk.upload(institution, SampleFiles.CASE))
          .isInstanceOf(InvalidFields.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void importsOnceAlsoWhenPressedTwice(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      UUID upload = desk.upload(institution, SampleFiles.CASE);
      assertThatThrownBy(() -> desk.start(upload, "")).isInstanceOf(InvalidFields.class);
      UUID framework = desk.start(upload, "Digital literacy");
      assertThat(desk.start(upload, "Something else")).isEqualTo(framework);
      assertThat(desk.jobs.owed).containsExactly("import-framework " + upload);
      desk.discard(institution, upload);
      desk.runAll(upload);
      assertThat(desk.find(upload).finishedAt()).isNotNull();
      assertThat(db.count("select count(*) from framework_item")).isEqualTo(2);
      assertThat(db.count("select count(*) from framework_upload_item")).isZero();
      Item item = desk.search().find(institution, "judg").get(0);
      assertThat(item.type()).isEqualTo("CFItem");
      assertThat(item.code()).isEqualTo("a1b2c3d4-0000-4000-8000-000000000001");
      assertThat(item.shownCode()).isEqualTo("DL.1.2");
      assertThat(item.framework()).isEqualTo("Digital literacy");
      assertThat(db.count("select count(*) from audit_entry where action = 'framework.imported'"))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void losesAndDoublesNothingWhenItIsKilledInBetween(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      UUID upload = desk.upload(institution, SampleFiles.table(1300, "Skill"));
      UUID framework = desk.start(upload, "Ours");
      assertThat(desk.next(upload)).isTrue();
      assertThat(desk.find(upload).done()).isEqualTo(ItemImport.BATCH);
      assertThatThrownBy(
              () ->
                  db.transaction(
                      em -> {
                        Sql sql = FrameworkDesk.sql(em);
                        new ItemImport(sql, new Uploads(sql), desk.clock).next(upload);
                        throw new IllegalStateException("killed");
                      }))
          .hasMessage("killed");
      assertThat(desk.find(upload).done()).isEqualTo(ItemImport.BATCH);
      UUID other = desk.upload(institution, SampleFiles.CASE);
      assertThatThrownBy(() -> desk.start(other, "Ours"))
          .as("one import at a time")
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
      desk.runAll(upload);
      desk.runAll(upload);
      assertThat(db.count("select count(*) from framework_item where framework_id = ?", framework))
          .isEqualTo(1300);
      assertThat(db.count("select count(*) from framework_item where withdrawn = true")).isZero();
      assertThat(db.count("select count(distinct place) from framework_item")).isEqualTo(1300);
      assertThat(desk.search().find(institution, "skill 1299")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void updatesTheOneOfTheSameNameAndWithdrawsWhatIsMissing(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      UUID first = desk.imported(institution, SampleFiles.table(3, "Old"), "My Skills!");
      desk.arrange(first, Deed.ARCHIVE);
      String changed =
          """
          name,url,code
          New,https://example.org/1,C1
          Old 2,https://example.org/2,C2
          Fourth,https://example.org/4,C4
          """;
      assertThat(desk.imported(institution, changed, "My Skills!")).isEqualTo(first);
      assertThat(db.count("select count(*) from framework_item where withdrawn = false"))
          .isEqualTo(3);
      assertThat(db.count("select count(*) from framework_item where withdrawn = true"))
          .isEqualTo(1);
      assertThat(desk.search().find(institution, "old"))
          .extracting(Item::code)
          .containsExactly("C2");
      assertThat(desk.search().find(institution, "new"))
          .extracting(Item::type)
          .containsExactly("ext:MySkillsAlignment");
      assertThat(db.count("select count(*) from framework_upload")).isEqualTo(1);
      desk.imported(institution, SampleFiles.table(3, "Old"), "My Skills!");
      assertThat(desk.search().find(institution, "old")).hasSize(3);
      assertThat(desk.search().find(institution, "fourth")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void suggestsNothingOfArchivedDeletedAndForeignOnes(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      UUID other = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      UUID framework = desk.imported(institution, SampleFiles.ESCO, "ESCO");
      desk.imported(other, SampleFiles.table(2, "Manage"), "ESCO");
      assertThat(desk.search().find(institution, "MÁNAGE"))
          .extracting(Item::name)
          .containsExactly("manage musical staff");
      assertThat(desk.search().find(institution, "staff manage musical coordinate")).hasSize(1);
      assertThat(desk.search().find(institution, "staff prison")).isEmpty();
      assertThat(desk.search().find(institution, " ")).hasSize(3);
      desk.arrange(framework, Deed.ARCHIVE);
      assertThat(desk.search().hasAny(institution)).isFalse();
      assertThat(desk.search().find(institution, "manage")).isEmpty();
      desk.arrange(framework, Deed.RESTORE);
      assertThat(desk.search().find(institution, "manage")).hasSize(1);
      desk.arrange(framework, Deed.DELETE);
      assertThat(desk.search().find(institution, "manage")).isEmpty();
      assertThat(db.count("select count(*) from framework_term where framework_id = ?", framework))
          .isZero();
      assertThat(desk.search().find(other, "manage")).hasSize(2);
      assertThat(
              db.count(
                  "select count(*) from audit_entry where action in ('framework.archived',"
                      + " 'framework.restored', 'framework.deleted')"))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void forgetsFilesThatNobodyDecidedOn(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      desk.imported(institution, SampleFiles.ESCO, "ESCO");
      desk.upload(institution, SampleFiles.CASE);
      desk.clock.advance(Duration.ofDays(31));
      Instant now = desk.clock.instant();
      UUID fresh = desk.upload(institution, SampleFiles.CASE);
      new ForgetUploads(new Uploads(new Sql(db.dataSource())), desk.clock).run();
      assertThat(now).isEqualTo(desk.find(fresh).uploadedAt());
      assertThat(db.count("select count(*) from framework_upload")).isEqualTo(2);
    }
  }
}
