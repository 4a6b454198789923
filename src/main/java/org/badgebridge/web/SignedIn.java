package org.badgebridge.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in for this request; only inside resources marked {@link AdministratorOnly} or
 * {@link PersonOnly}.
 */
@RequestScoped
public class SignedIn {

  private @Nullable Actor actor;
  private Locale locale = Locale.ENGLISH;

  /**
   * The administrator's id.
   *
   * @throws IllegalStateException outside {@link AdministratorOnly}
   */
  public UUID administratorId() {
    return id(Actor.Kind.ADMINISTRATOR);
  }

  /**
   * The person's id.
   *
   * @throws IllegalStateException outside {@link PersonOnly}
   */
  public UUID personId() {
    return id(Actor.Kind.LEARNER);
  }

  /** For the audit trail. */
  public Actor actor() {
    if (actor == null) {
      throw new IllegalStateException("nobody is signed in here");
    }
    return actor;
  }

  /** The language of the pages. */
  public Locale locale() {
    return locale;
  }

  void as(Actor actor, Locale locale) {
    this.actor = actor;
    this.locale = locale;
  }

  private UUID id(Actor.Kind kind) {
    Actor known = actor();
    if (known.kind() != kind || known.id() == null) {
      throw new IllegalStateException("not signed in as " + kind);
    }
    return known.id();
  }
}
