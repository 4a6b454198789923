package org.badgebridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.RollbackException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.badgebridge.api.ImportReport.Outcome;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferDatabaseTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final ImportBadgeClasses.Manner AS_IT_IS =
      new ImportBadgeClasses.Manner(false, false, true);
  private static final ImportBadgeClasses.Manner DRY =
      new ImportBadgeClasses.Manner(true, false, true);

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasExportedIsTheSameWhenItWasImportedElsewhere(TestDatabase kind) throws Exception {
    try (OpenDatabase db = kind.open()) {
      SampleCourse from = new SampleCourse(db);
      SampleCourse to = new SampleCourse(db);
      furnish(db, from);
      byte[] file = export(db, from);
      ImportReport rehearsed = rehearse(db, to, file);
      assertThat(db.count("select count(*) from imported_badge_class")).isZero();
      ImportReport report = take(db, to, file, AS_IT_IS);
      assertThat(outcomes(report)).as("%s", report.rows()).containsOnly(Outcome.CREATED).hasSize(5);
      assertThat(outcomes(rehearsed)).isEqualTo(outcomes(report));
      assertThat(contents(export(db, to))).isEqualTo(contents(file));

      long changes =
          db.count("select count(*) from audit_entry where subject_kind = 'badge-class'");
      assertThat(outcomes(take(db, to, file, AS_IT_IS))).containsOnly(Outcome.UNCHANGED);
      assertThat(outcomes(take(db, from, file, AS_IT_IS))).containsOnly(Outcome.UNCHANGED);
      assertThat(db.count("select count(*) from audit_entry where subject_kind = 'badge-class'"))
          .isEqualTo(changes);
    }
  }

  /** With all that can be said, a path over steps that sort behind it, and a picture. */
  private void furnish(OpenDatabase db, SampleCourse at) {
    db.transaction(
        em -> {
          ApiDesk desk = new ApiDesk(em, clock);
          UUID picture = desk.artworks.store(at.institution, Artwork.redrawn(png()), OPERATOR);
          UUID one = make(desk, at, SampleContent.plain("Step one").pictured(picture), true);
          UUID two = make(desk, at, SampleContent.plain("Step two"), true);
          UUID three = make(desk, at, SampleContent.plain("Step three"), true);
          make(desk, at, SampleContent.full(), false);
          make(desk, at, SampleContent.path("A path", one, two, three), true);
        });
  }

  private static UUID make(ApiDesk desk, SampleCourse at, BadgeContent content, boolean publish) {
    return desk.badges.create(at.institution, content, publish, OPERATOR).id();
  }

  private static byte[] png() {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(10, 20, 0xffcc2200);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneFaultyRowStandsInNoOthersWay(TestDatabase kind) throws Exception {
    try (OpenDatabase db = kind.open()) {
      SampleCourse to = new SampleCourse(db);
      ObjectNode file = file();
      UUID good = row(file, SampleContent.plain("Good"));
      ObjectNode typed = content(file, row(file, SampleContent.plain("Typing error")));
      typed.put("wrding", 1);
      content(file, row(file, SampleContent.plain("Wrong type"))).put("type", "nothing");
      content(file, row(file, SampleContent.plain("Nameless"))).remove("wording");
      UUID loop = row(file, SampleContent.plain("Loop"));
      content(file, loop).set("pathway", path(loop));
      content(file, row(file, SampleContent.plain("Lost"))).set("pathway", path(UUID.randomUUID()));
      ((ArrayNode) file.get("badgeClasses")).add(((ArrayNode) file.get("badgeClasses")).get(0));
      row(file, SampleContent.plain("Picture"));
      ((ObjectNode) file.get("badgeClasses").get(7)).put("artwork", "bm90IGEgcGljdHVyZQ==");
      ImportReport report = take(db, to, bytes(file), AS_IT_IS);
      assertThat(report.count(Outcome.CREATED)).isOne();
      assertThat(report.rows().get(0).badgeClass()).isNotNull().isNotEqualTo(good);
      assertThat(faults(report))
          .containsExactly(
              "1 content.wrding api.fault.unknown",
              "2 content.type badgeclass.fault.type",
              "3 content.wording.name badgeclass.fault.name-missing",
              "4 content.pathway api.import.loop",
              "5 content.pathway.steps[0].badges badgeclass.fault.step-none",
              "6 id api.import.twice",
              "7 artwork drawing.artwork.kind");
      assertThat(db.count("select count(*) from badge_class")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRowOfOursChangesItAndAsksForANextVersion(TestDatabase kind) throws Exception {
    try (OpenDatabase db = kind.open()) {
      SampleCourse at = new SampleCourse(db);
      UUID id =
          db.compute(em -> make(new ApiDesk(em, clock), at, SampleContent.plain("Ours"), true));
      UUID user = at.learner("Lou");
      db.execute(
          "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition,"
              + " state, sandbox, origin, reason, rule_met_at, offered_at, created_at, version)"
              + " values (?, ?, ?, ?, 1, 'OFFERED', false, 'STAFF', '{}', ?, ?, ?, 1)",
          UUID.randomUUID(),
          at.institution,
          id,
          user,
          SampleCourse.THEN,
          SampleCourse.THEN,
          SampleCourse.THEN);
      ObjectNode file = (ObjectNode) JSON.readTree(export(db, at));
      content(file, id).withObject("/wording").put("criteria", "More.");
      assertThat(faults(take(db, at, bytes(file), AS_IT_IS)))
          .containsExactly("0  badgeclass.form.versions");
      ImportReport report =
          take(db, at, bytes(file), new ImportBadgeClasses.Manner(false, true, false));
      assertThat(outcomes(report)).containsExactly(Outcome.UPDATED);
      BadgeClass changed =
          db.compute(em -> new ApiDesk(em, clock).badges.badgeClasses.find(id).orElseThrow());
      assertThat(changed.number()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsNoSuchFileIsRefused(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse at = new SampleCourse(db);
      for (String wrong : List.of("{}", "{\"format\":\"x\"}", "[]")) {
        assertThatThrownBy(
                () ->
                    take(db, at, wrong.getBytes(java.nio.charset.StandardCharsets.UTF_8), AS_IT_IS))
            .isInstanceOf(InvalidFields.class);
      }
      assertThatThrownBy(
              () -> take(db, at, "x".getBytes(java.nio.charset.StandardCharsets.UTF_8), AS_IT_IS))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aThousandRowsInOneFile(TestDatabase kind) throws Exception {
    try (OpenDatabase db = kind.open()) {
      SampleCourse at = new SampleCourse(db);
      ObjectNode file = file();
      for (int i = 0; i < ImportFile.MOST; i++) {
        row(file, SampleContent.plain("Badge " + i));
      }
      assertThat(take(db, at, bytes(file), AS_IT_IS).count(Outcome.CREATED))
          .isEqualTo(ImportFile.MOST);
      row(file, SampleContent.plain("One more"));
      assertThatThrownBy(() -> take(db, at, bytes(file), AS_IT_IS))
          .isInstanceOf(InvalidFields.class);
    }
  }

  private byte[] export(OpenDatabase db, SampleCourse at) {
    return db.compute(em -> new ApiDesk(em, clock).export(at.institution));
  }

  private ImportReport take(
      OpenDatabase db, SampleCourse at, byte[] file, ImportBadgeClasses.Manner manner) {
    return db.compute(em -> new ApiDesk(em, clock).take(at.institution, file, manner, OPERATOR));
  }

  private ImportReport rehearse(OpenDatabase db, SampleCourse at, byte[] file) {
    AtomicReference<ImportReport> report = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                db.transaction(
                    em ->
                        report.set(
                            new ApiDesk(em, clock).take(at.institution, file, DRY, OPERATOR))))
        .isInstanceOf(RollbackException.class);
    return java.util.Objects.requireNonNull(report.get());
  }

  private static List<Outcome> outcomes(ImportReport report) {
    return report.rows().stream().map(ImportReport.RowOutcome::outcome).toList();
  }

  private static List<String> faults(ImportReport report) {
    List<String> faults = new ArrayList<>();
    report
        .rows()
        .forEach(
            row ->
                row.faults()
                    .forEach(
                        each -> faults.add(row.row() + " " + each.field() + " " + each.key())));
    return faults;
  }

  /** What stays the same elsewhere: everything but ids, which become the names they stand for. */
  private static String contents(byte[] file) throws IOException {
    JsonNode all = JSON.readTree(file).get("badgeClasses");
    String told = "";
    for (JsonNode each : all) {
      told += each.get("state") + " " + each.get("number") + " " + each.get("content");
      told += each.path("artwork") + "\n";
    }
    for (JsonNode each : all) {
      told = told.replace(each.get("id").asText(), each.at("/content/wording/name").asText());
    }
    return told;
  }

  private static ObjectNode file() {
    ObjectNode file = JSON.createObjectNode();
    file.put("format", "badgebridge-badge-classes").put("version", 1).putArray("badgeClasses");
    return file;
  }

  private static UUID row(ObjectNode file, BadgeContent content) {
    UUID id = UUID.randomUUID();
    ((ArrayNode) file.get("badgeClasses"))
        .addObject()
        .put("id", id.toString())
        .set("content", ApiJson.content(content));
    return id;
  }

  private static ObjectNode content(ObjectNode file, UUID id) {
    for (JsonNode each : file.get("badgeClasses")) {
      if (each.get("id").asText().equals(id.toString())) {
        return (ObjectNode) each.get("content");
      }
    }
    throw new IllegalArgumentException(id.toString());
  }

  private static ObjectNode path(UUID step) {
    ObjectNode pathway = JSON.createObjectNode();
    pathway.putArray("steps").addObject().put("needed", 1).putArray("badges").add(step.toString());
    return pathway;
  }

  private static byte[] bytes(ObjectNode file) throws IOException {
    return JSON.writeValueAsBytes(file);
  }
}
