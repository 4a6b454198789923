package org.badgebridge.backpack.sharing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;
import org.jspecify.annotations.Nullable;

/** The form in which an owner chooses what others see. What it does not say is not shown. */
public final class ShownForm {

  /** The field of the name: one of {@link NameShown}. */
  static final String NAME = "name";

  /** The field of each {@link Part}. */
  static final String PARTS = "show";

  private ShownForm() {}

  /** What was chosen; null if the form was not sent at all. */
  public static @Nullable Disclosure of(MultivaluedMap<String, String> sent) {
    String name = sent.getFirst(NAME);
    if (name == null) {
      return null;
    }
    List<String> parts = sent.getOrDefault(PARTS, List.of());
    return new Disclosure(
        Stream.of(NameShown.values())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElse(NameShown.NONE),
        Stream.of(Part.values())
            .filter(each -> parts.contains(each.name()))
            .collect(Collectors.toSet()));
  }
}
