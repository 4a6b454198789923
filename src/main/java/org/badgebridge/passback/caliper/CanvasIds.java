package org.badgebridge.passback.caliper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.course.OtherNames;
import org.badgebridge.passback.connector.Report;

/**
 * Canvas' numbers in one form. Events tell them globally ({@code shard * 10^13 + number}) or, in
 * others, as they are within the shard of the course; {@code $Canvas.user.id} and {@code
 * $Canvas.course.id} of a launch are of the second form, in which somebody from another shard keeps
 * the global number.
 *
 * @param shard the shard of the course, 0 if its number is not global
 */
record CanvasIds(long shard) {

  private static final long SHARD = 10_000_000_000_000L;
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern URN =
      Pattern.compile("urn:instructure:canvas:([a-z_]{1,40}):([1-9]\\d{0,17})");

  /** One thing of Canvas, e.g. the assignment 355. */
  record Thing(String kind, String number) {

    static Optional<Thing> of(String urn) {
      Matcher found = URN.matcher(urn);
      return found.matches()
          ? Optional.of(new Thing(found.group(1), found.group(2)))
          : Optional.empty();
    }
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /**
   * In the course of that number.
   *
   * @param account the number of the root account, which tells the shard if the course's does not;
   *     may be anything
   */
  static CanvasIds in(String course, String account) {
    long shard = Long.parseLong(course) / SHARD;
    return new CanvasIds(shard == 0 && isNumber(account) ? Long.parseLong(account) / SHARD : shard);
  }

  /** The course as launches name it; it is always of its own shard. */
  Report.Where course(String number) {
    return Report.Where.of(OtherNames.canvas(String.valueOf(Long.parseLong(number) % SHARD)));
  }

  /** A user as launches name them. */
  String user(String number) {
    return OtherNames.canvas(local(number));
  }

  /** An activity by its number; Canvas numbers each kind for itself. */
  Report.What activity(String kind, String number, String title) {
    return Report.What.module(kind + "/" + local(number), title);
  }

  private String local(String number) {
    long whole = Long.parseLong(number);
    return whole / SHARD == shard ? String.valueOf(whole % SHARD) : number;
  }
}
