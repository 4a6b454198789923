package org.badgebridge.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in for this request; only inside resources marked {@link StaffOnly}, {@link
 * AdministratorOnly} or {@link PersonOnly}.
 */
@RequestScoped
public class SignedIn {

  private @Nullable Actor actor;
  private Locale locale = Locale.ENGLISH;
  private Set<AdminMenu.Item> menu = Set.of();

  /**
   * The account's id.
   *
   * @throws IllegalStateException outside {@link StaffOnly} and {@link AdministratorOnly}
   */
  public UUID accountId() {
    return isOperator() ? id(Actor.Kind.ADMINISTRATOR) : id(Actor.Kind.STAFF);
  }

  /** Whether they run this installation. */
  public boolean isOperator() {
    return actor != null && actor.kind() == Actor.Kind.ADMINISTRATOR;
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

  /** What the navigation of administration offers them. */
  public Set<AdminMenu.Item> menu() {
    return menu;
  }

  void as(Actor actor, Locale locale, Set<AdminMenu.Item> menu) {
    this.actor = actor;
    this.locale = locale;
    this.menu = menu;
  }

  private UUID id(Actor.Kind kind) {
    Actor known = actor();
    if (known.kind() != kind || known.id() == null) {
      throw new IllegalStateException("not signed in as " + kind);
    }
    return known.id();
  }
}
