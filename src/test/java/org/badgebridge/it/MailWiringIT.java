package org.badgebridge.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.delivery.RemindLearners;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RecurringJob;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Runs inside Payara Micro: the server's mail library, and the jobs that use it. */
@ArquillianTest
class MailWiringIT {

  private static final Set<String> OURS = Set.of("tell-learners", "send-reminders", "read-bounces");

  @Inject Instance<RecurringJob> recurring;
  @Inject Instance<Job> jobs;
  @Inject RemindLearners remind;

  @Test
  void theServersMailLibraryWritesTextAndHtml() throws Exception {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setSubject("ë", "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("text", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>html</p>", "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    String written = out.toString(StandardCharsets.UTF_8);
    assertTrue(written.contains("multipart/alternative") && written.contains("<p>html</p>"));
    for (String scheme : List.of("smtp", "smtps")) {
      Session.getInstance(new Properties()).getTransport(scheme).close();
    }
    for (String scheme : List.of("imap", "imaps")) {
      Session.getInstance(new Properties()).getStore(scheme).close();
    }
  }

  @Test
  void theJobsRun() throws Exception {
    int ran = 0;
    for (RecurringJob each : recurring) {
      if (OURS.contains(each.name())) {
        each.run();
        ran++;
      }
    }
    assertEquals(OURS.size(), ran);
    for (Job each : jobs) {
      if (each.name().equals("send-mail")) {
        each.run(UUID.randomUUID().toString());
        ran++;
      }
    }
    assertEquals(OURS.size() + 1, ran);
  }

  @Test
  void anUnknownAwardIsNotFound() {
    Actor lecturer = new Actor(Actor.Kind.LECTURER, UUID.randomUUID(), "test");
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                remind.remind(
                    List.of(UUID.randomUUID()), Reach.course(UUID.randomUUID()), lecturer));
    assertEquals(ProblemType.NOT_FOUND, refusal.type());
  }
}
