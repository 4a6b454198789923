package org.badgebridge.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One version of the rule of an attachment. Never changed: an award points to the version that gave
 * it, a change makes the next number.
 */
@Entity
@Table(name = "award_rule")
public class AwardRule {

  /** What happens when a learner meets it. */
  public enum Mode {
    /** The badge is offered at once. */
    AUTOMATIC,
    /** A lecturer approves each award. */
    APPROVE,
    /** The learner may ask for it. */
    REQUEST
  }

  /** What happens to an award when its evidence holds no more. */
  public enum OnChange {
    /** It stays. */
    KEEP,
    /** A lecturer decides. */
    ASK,
    /** An offer is withdrawn; about a claimed badge a lecturer decides. */
    WITHDRAW
  }

  /**
   * What a rule does.
   *
   * @param reEarn whether an offer that the rule itself withdrew comes back when it is met again
   */
  public record Manner(Mode mode, OnChange onChange, boolean reEarn) {

    /** Awards stay whatever the evidence does later. */
    public static Manner of(Mode mode) {
      return new Manner(mode, OnChange.KEEP, true);
    }
  }

  @Id private UUID id;

  @Column(name = "attachment_id")
  private UUID attachmentId;

  private int number;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private String tree;

  @Enumerated(EnumType.STRING)
  @Column(name = "on_change")
  private OnChange onChange;

  @Column(name = "re_earn")
  private boolean reEarn;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected AwardRule() {} // for JPA

  AwardRule(
      UUID attachmentId, int number, Manner manner, RuleTree tree, UUID createdBy, Instant now) {
    this.id = UUID.randomUUID();
    this.attachmentId = attachmentId;
    this.number = number;
    this.mode = manner.mode();
    this.onChange = manner.onChange();
    this.reEarn = manner.reEarn();
    this.tree = RuleText.write(tree);
    this.createdBy = createdBy;
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  public UUID attachmentId() {
    return attachmentId;
  }

  /** 1 for the first version. */
  public int number() {
    return number;
  }

  public Mode mode() {
    return mode;
  }

  /** All that it does. */
  public Manner manner() {
    return new Manner(mode, onChange, reEarn);
  }

  public RuleTree tree() {
    return RuleText.read(tree);
  }

  public UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
