package org.badgebridge.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.DecideAward;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RosterEvaluation;
import org.badgebridge.rule.SwitchAttachment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Runs inside Payara Micro: transactions, proxies and observers of awards and rules. */
@ArquillianTest
class RulesWiringIT {

  private static final UUID NOBODY = UUID.randomUUID();
  private static final Actor LECTURER = new Actor(Actor.Kind.LECTURER, NOBODY, "test");

  @Inject SwitchAttachment switching;
  @Inject DecideAward decide;
  @Inject RosterEvaluation roster;
  @Inject Event<PassbackRecorded> recorded;

  @Test
  void unknownAttachmentsAndAwardsAreNotFound() {
    assertEquals(
        ProblemType.NOT_FOUND,
        assertThrows(ProblemException.class, () -> switching.on(NOBODY, NOBODY, LECTURER)).type());
    assertEquals(
        ProblemType.NOT_FOUND,
        assertThrows(
                ProblemException.class,
                () -> decide.approve(NOBODY, AwardDetails.NONE, Reach.course(NOBODY), LECTURER))
            .type());
    assertTrue(roster.progress(NOBODY).isEmpty());
    assertTrue(!roster.next(NOBODY));
  }

  @Test
  void evidenceThatNoRuleReadsChangesNothing() {
    recorded.fire(new PassbackRecorded(NOBODY, NOBODY));
  }
}
