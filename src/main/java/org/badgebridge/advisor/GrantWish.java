package org.badgebridge.advisor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.backpack.entry.MailboxForm;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a learner wants to let an advisor see, as the form says it.
 *
 * @param credentials that were picked; they count for {@link Grant.Badges#CHOSEN} only
 * @param lasts one of {@link #DAYS}
 */
public record GrantWish(
    String advisor,
    String email,
    String purpose,
    Grant.Badges badges,
    Set<UUID> credentials,
    Set<Look> looks,
    Duration lasts) {

  /** How long it can last. */
  public static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

  /** The longest of the texts. */
  public static final int LONGEST_NAME = 100;

  /** The longest purpose. */
  public static final int LONGEST_PURPOSE = 300;

  private static final int USUAL_DAYS = 30;

  /** What the form offers at first. */
  static final GrantWish USUALLY =
      new GrantWish(
          "", "", "", Grant.Badges.ALL, Set.of(), Look.USUAL, Duration.ofDays(USUAL_DAYS));

  /** As the form says it, whatever is wrong with it; what it does not tick is not seen. */
  static GrantWish typed(MultivaluedMap<String, String> sent) {
    return new GrantWish(
        PlainText.optionalLine(sent.getFirst("advisor")),
        PlainText.optionalLine(sent.getFirst("email")),
        PlainText.optionalLine(sent.getFirst("purpose")),
        badges(sent.getFirst("badges")),
        sent.getOrDefault("badge", List.of()).stream()
            .map(Link::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()),
        looks(sent.getOrDefault("look", List.of())),
        lasts(sent.getFirst("days")));
  }

  /**
   * Refuses what cannot be.
   *
   * @throws InvalidFields with every fault
   */
  void check() {
    List<FieldFault> faults = new ArrayList<>();
    text(faults, "advisor", advisor, LONGEST_NAME);
    if (!MailboxForm.fits(email)) {
      faults.add(FieldFault.of("email", "advisor.fault.email"));
    }
    text(faults, "purpose", purpose, LONGEST_PURPOSE);
    if (badges == Grant.Badges.CHOSEN && credentials.isEmpty()) {
      faults.add(FieldFault.of("badges", "advisor.fault.badges"));
    }
    if (badges == Grant.Badges.NONE && looks.stream().allMatch(Look::ofOneBadge)) {
      faults.add(FieldFault.of("badges", "advisor.fault.nothing"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  private static void text(List<FieldFault> faults, String field, String text, int longest) {
    if (text.isEmpty()) {
      faults.add(FieldFault.of(field, "advisor.fault." + field));
    } else if (text.length() > longest) {
      faults.add(FieldFault.of(field, "advisor.fault.long", longest));
    }
  }

  /** One of the times on offer; the usual one for anything else. */
  static Duration lasts(@Nullable String days) {
    return Duration.ofDays(
        DAYS.stream().filter(each -> each.toString().equals(days)).findFirst().orElse(USUAL_DAYS));
  }

  private static Grant.Badges badges(@Nullable String typed) {
    return Stream.of(Grant.Badges.values())
        .filter(each -> each.name().equals(typed))
        .findFirst()
        .orElse(Grant.Badges.NONE);
  }

  private static Set<Look> looks(List<String> typed) {
    Set<Look> looks = EnumSet.noneOf(Look.class);
    Stream.of(Look.values()).filter(each -> typed.contains(each.name())).forEach(looks::add);
    return looks;
  }
}
