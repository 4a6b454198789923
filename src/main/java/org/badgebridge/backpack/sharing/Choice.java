package org.badgebridge.backpack.sharing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;

/**
 * What an owner can choose to show: only what is stated of some badges. What is not on offer is not
 * chosen.
 *
 * @param names of the owner that stand beside them, none twice; empty if no school told one
 * @param parts that at least one of them has
 */
public record Choice(List<String> names, Set<Part> parts) {

  /** In signed documents, from which they cannot be cut. */
  private static final Set<Part> SIGNED = EnumSet.of(Part.NARRATIVE, Part.EVIDENCE, Part.GRADE);

  /** That of one badge. */
  public static Choice of(IssuedBadge badge, String holder, boolean noted, boolean supplemented) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    add(parts, Part.NARRATIVE, !badge.narrative().isEmpty());
    add(parts, Part.EVIDENCE, badge.evidence() != null);
    add(parts, Part.GRADE, !badge.scores().isEmpty());
    add(parts, Part.SUPPLEMENTS, supplemented);
    add(parts, Part.NOTE, noted);
    return new Choice(holder.isEmpty() ? List.of() : List.of(holder), parts);
  }

  /** That of several badges together. */
  static Choice of(Collection<Choice> all) {
    Set<String> names = new LinkedHashSet<>();
    Set<Part> parts = EnumSet.noneOf(Part.class);
    all.forEach(
        each -> {
          names.addAll(each.names());
          parts.addAll(each.parts());
        });
    return new Choice(List.copyOf(names), parts);
  }

  private static void add(Set<Part> parts, Part part, boolean there) {
    if (there) {
      parts.add(part);
    }
  }

  /** Whether something can be left out that signed documents state. */
  public boolean signed() {
    return parts.stream().anyMatch(SIGNED::contains);
  }

  /** What would stand beside the badges. */
  public String names(NameShown how) {
    return names.stream().map(how::of).distinct().collect(Collectors.joining(", "));
  }
}
