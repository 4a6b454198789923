package org.badgebridge.framework.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that we look for, by the headings of ESCO's own tables and plain ones. */
enum Column {
  IDENTIFIER("identifier id guid identificatie"),
  NAME("preferredlabel name title label naam titel benaming statement"),
  URL("concepturi url uri link address webadres adres"),
  DESCRIPTION("description omschrijving beschrijving toelichting"),
  DEFINITION("definition definitie"),
  CODE("code notation nummer"),
  TYPE("type targettype"),
  KEYWORDS("altlabels keywords synonyms trefwoorden synoniemen");

  /** The best heading first. */
  private final String headings;

  Column(String headings) {
    this.headings = headings;
  }

  /** The column that a heading names. */
  static Optional<Column> of(String heading) {
    String plain = plain(heading);
    return Arrays.stream(values()).filter(each -> each.list().contains(plain)).findFirst();
  }

  /** How good a heading is for this column: less is better. */
  int rank(String heading) {
    return list().indexOf(plain(heading));
  }

  private List<String> list() {
    return List.of(headings.split(" ", -1));
  }

  private static String plain(String heading) {
    return heading.length() > 60
        ? ""
        : heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
