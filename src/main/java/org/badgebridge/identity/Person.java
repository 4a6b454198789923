package org.badgebridge.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner of a backpack. Several LMS users can be linked to one person, each by its own proof.
 */
@Entity
public class Person {

  @Id private UUID id;
  private Instant createdAt;

  protected Person() {} // for JPA

  public Person(UUID id, Instant now) {
    this.id = id;
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
