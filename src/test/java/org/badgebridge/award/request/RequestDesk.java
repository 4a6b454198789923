package org.badgebridge.award.request;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;

/** The use cases of requests, wired by hand for one transaction; offers settle as in the server. */
final class RequestDesk {

  final AwardDesk desk;
  final Requests requests;
  final RequestList list;
  final AskForAward ask;
  final ApproveRequest approve;
  final DecideRequest decide;
  final DecideRequests many;
  final SettleRequests settling;
  final DueRequests due;
  final PurgeRequests purging;
  final Heard<RequestDecided> decided = new Heard<>();

  RequestDesk(EntityManager em) {
    this(em, AwardDesk.NOW);
  }

  RequestDesk(EntityManager em, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Sql sql = new Sql(JoinedDataSource.of(em));
    Heard<AwardsOffered> offered = new Heard<>();
    desk = new AwardDesk(em, offered, clock);
    requests = new Requests(em);
    list = new RequestList(sql);
    RequestChanges changes = new RequestChanges(new AuditTrail(em, clock), desk.settings, decided);
    settling = new SettleRequests(requests, desk.awards, changes, clock);
    offered.by(settling::onOffered);
    RequestsAtHand atHand = new RequestsAtHand(requests, desk.atHand);
    ask = new AskForAward(requests, desk.awards, desk.terms, new BadgeClasses(em), changes, clock);
    approve =
        new ApproveRequest(
            requests, atHand, desk.awards, desk.offer, desk.decide, settling, changes, clock);
    decide = new DecideRequest(requests, atHand, desk.awards, settling, changes, clock);
    many = new DecideRequests(atHand, approve, decide);
    due = new DueRequests(sql, requests, changes, clock);
    purging = new PurgeRequests(due);
  }
}
