package org.badgebridge.backpack.sharing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * The link that an owner wishes for.
 *
 * @param label for whom it is, in their words
 * @param lasts one of {@link #DAYS}
 */
public record ShareWish(String label, Disclosure shown, Duration lasts) {

  /** How long links can last. */
  public static final List<Integer> DAYS = List.of(7, 30, 90, 365);

  private static final int USUAL = 30;
  private static final int LONGEST_LABEL = 100;

  /** What the form offers at first: all of the badge, for a month. */
  public static final ShareWish USUALLY =
      new ShareWish("", Disclosure.USUAL, Duration.ofDays(USUAL));

  /** As the form of a new link says it, whatever is wrong with it. */
  static ShareWish typed(MultivaluedMap<String, String> sent) {
    String label = Objects.requireNonNullElse(sent.getFirst("label"), "").strip();
    Disclosure shown = ShownForm.of(sent);
    return new ShareWish(
        label, shown == null ? Disclosure.NOTHING : shown, lasts(sent.getFirst("days")));
  }

  /**
   * Refuses what cannot be.
   *
   * @throws InvalidFields if nothing, or too much, says for whom it is
   */
  void check() {
    if (label.isEmpty()) {
      throw new InvalidFields(List.of(FieldFault.of("label", "backpack.share.label-missing")));
    }
    if (label.length() > LONGEST_LABEL) {
      throw new InvalidFields(
          List.of(FieldFault.of("label", "backpack.share.label-long", LONGEST_LABEL)));
    }
  }

  /** One of the times on offer; the usual one for anything else. */
  static Duration lasts(@Nullable String days) {
    return Duration.ofDays(
        DAYS.stream().filter(each -> each.toString().equals(days)).findFirst().orElse(USUAL));
  }
}
