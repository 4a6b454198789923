package org.badgebridge.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Place;
import org.jspecify.annotations.Nullable;

/** Which client calls; only inside resources marked {@link ApiOnly}. */
@RequestScoped
public class Caller {

  private @Nullable Actor actor;
  private @Nullable Place place;
  private Locale locale = Locale.ENGLISH;

  void is(Actor actor, Place place, Locale locale) {
    this.actor = actor;
    this.place = place;
    this.locale = locale;
  }

  /** How it acts. */
  public Actor actor() {
    return known(actor);
  }

  /** The client's id. */
  public UUID id() {
    return known(actor().id());
  }

  /** Where it has its permissions, and below. */
  public Place place() {
    return known(place);
  }

  /** The institution of that place. */
  public UUID institutionId() {
    return place().institutionId();
  }

  /** The language of what it is told. */
  public Locale locale() {
    return locale;
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("no client calls here");
    }
    return value;
  }
}
