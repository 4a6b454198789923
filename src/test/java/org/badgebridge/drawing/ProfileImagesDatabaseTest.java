package org.badgebridge.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileImagesDatabaseTest {

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsOnePictureEachAndNothingOfTheFile(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      byte[] first = png(0xff0000);
      keep(database, course.issuer, Artwork.redrawn(first), OPERATOR);
      String before = image(database, course.issuer).digest();
      keep(database, course.issuer, Artwork.redrawn(png(0x00ff00)), OPERATOR);

      ProfileImages.Image image = image(database, course.issuer);
      assertThat(image.digest()).isNotEqualTo(before);
      assertThat(image.png()).startsWith(0x89, 'P', 'N', 'G');
      assertThat(database.count("select count(*) from profile_image")).isEqualTo(1);
      assertThat(has(database, course.institution)).isFalse();

      for (int i = 0; i < 2; i++) {
        database.transaction(em -> keeping(em).remove(place(em, course.issuer), OPERATOR));
      }
      assertThat(has(database, course.issuer)).isFalse();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action like 'profile-image.%'"))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takesPicturesOnlyFromThoseWhoMayChangeThePlace(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Artwork artwork = Artwork.redrawn(png(0xff0000));
      assertThatThrownBy(() -> keep(database, course.issuer, artwork, STRANGER))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
      assertThat(has(database, course.issuer)).isFalse();
    }
  }

  private void keep(OpenDatabase database, UUID issuer, Artwork artwork, Actor actor) {
    database.transaction(em -> keeping(em).keep(place(em, issuer), artwork, actor));
  }

  private ProfileImages.Image image(OpenDatabase database, UUID owner) {
    return database.compute(em -> images(em).find(owner).orElseThrow());
  }

  private boolean has(OpenDatabase database, UUID owner) {
    return database.compute(em -> images(em).has(owner));
  }

  private Place place(EntityManager em, UUID issuer) {
    return new StaffDesk(em, clock).places.issuer(issuer);
  }

  private ProfileImages images(EntityManager em) {
    return new ProfileImages(new Sql(JoinedDataSource.of(em)), clock);
  }

  private KeepProfileImage keeping(EntityManager em) {
    return new KeepProfileImage(
        images(em), new StaffDesk(em, clock).rights, new AuditTrail(em, clock));
  }

  private static byte[] png(int colour) {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 40; y++) {
        image.setRGB(x, y, colour);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
