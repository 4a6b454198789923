package org.badgebridge.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The learning platforms whose habits we know. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum Product {
  MOODLE("Moodle", List.of("moodle"), List.of()),
  CANVAS("Canvas", List.of("canvas"), List.of("instructure.com", "canvaslms.com")),
  BRIGHTSPACE(
      "Brightspace",
      List.of("desire2learn", "brightspace", "d2l"),
      List.of("brightspace.com", "desire2learn.com")),
  BLACKBOARD("Blackboard", List.of("blackboard"), List.of("blackboard.com")),
  SAKAI("Sakai", List.of("sakai"), List.of()),
  GENERIC("LTI 1.3", List.of(), List.of());

  private final String title;
  private final List<String> families;
  private final List<String> serviceDomains;

  Product(String title, List<String> families, List<String> serviceDomains) {
    this.title = title;
    this.families = families;
    this.serviceDomains = serviceDomains;
  }

  /** Its name as people write it. */
  public String title() {
    return title;
  }

  /** Its name in files, addresses and the database: {@code moodle}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Domains of the vendor under which customers' services run: {@code instructure.com}. */
  List<String> serviceDomains() {
    return serviceDomains;
  }

  /** The product of that slug, or null. */
  public static @Nullable Product of(@Nullable String slug) {
    for (Product each : values()) {
      if (each.slug().equals(slug)) {
        return each;
      }
    }
    return null;
  }

  /** The product by what a platform calls itself ({@code product_family_code}). */
  static Product ofFamily(@Nullable String familyCode) {
    String code = familyCode == null ? "" : familyCode.toLowerCase(Locale.ROOT);
    for (Product each : values()) {
      if (each.families.stream().anyMatch(code::contains)) {
        return each;
      }
    }
    return GENERIC;
  }
}
