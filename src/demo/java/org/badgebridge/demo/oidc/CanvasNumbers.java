package org.badgebridge.demo.oidc;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;

/** The numbers that Canvas has for people and courses beside their ids in LTI messages. */
public final class CanvasNumbers {

  private static final long MANY = 1_000_000_000L;

  private CanvasNumbers() {}

  /** {@code $Canvas.user.id}. */
  public static String of(Person person) {
    long bits =
        UUID.nameUUIDFromBytes(person.id().getBytes(StandardCharsets.UTF_8))
            .getLeastSignificantBits();
    return String.valueOf(1 + Math.floorMod(bits, MANY));
  }

  /** {@code $Canvas.course.id}. */
  public static String of(Course course) {
    return String.valueOf(course.number());
  }
}
