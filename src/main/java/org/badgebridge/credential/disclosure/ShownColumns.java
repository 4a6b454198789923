package org.badgebridge.credential.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Disclosure} in the columns of whatever row it is of. */
@Embeddable
public class ShownColumns {

  @Enumerated(EnumType.STRING)
  @Column(name = "shown_name")
  private NameShown name;

  @Column(name = "shown_parts")
  private String parts;

  protected ShownColumns() {} // for JPA

  /** To be written. */
  public ShownColumns(Disclosure disclosure) {
    this.name = disclosure.name();
    this.parts =
        Stream.of(Part.values())
            .filter(disclosure::shows)
            .map(Part::name)
            .collect(Collectors.joining(","));
  }

  /** What was read. */
  public Disclosure disclosure() {
    return new Disclosure(
        name,
        Stream.of(parts.split(",", -1))
            .filter(part -> !part.isEmpty())
            .map(Part::valueOf)
            .collect(Collectors.toSet()));
  }
}
