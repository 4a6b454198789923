package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.SampleAward;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other people's verifiers accept what we issue, and refuse what was altered or revoked. */
class IssuedCredentialVerifiersIT {

  private static Verifiers verifiers;
  private static IssuedBadges badges;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    verifiers = Verifiers.install();
    badges = new IssuedBadges();
  }

  @AfterAll
  static void stop() {
    badges.close();
  }

  @Test
  void allVerifiersAcceptAnIssuedCredential() throws Exception {
    Credential credential = badges.issue();
    badges.serve(credential);
    assertAccepted(credential.document());
  }

  @Test
  void allVerifiersAcceptEverythingThatABadgeClassCanSay() throws Exception {
    Credential credential = badges.issue(badges.fully(), IssuedBadges.CLOCK);
    assertThat(credential.document())
        .contains("\"evidence\":", "\"narrative\":\"Proved", "\"value\":\"8.5\"")
        .contains("\"creditsAvailable\":3.5", "\"validUntil\":", "ext:ESCOAlignment")
        .contains("\"resultDescription\":", "\"tag\":", "/versions/1");
    badges.serve(credential);
    assertAccepted(credential.document());
  }

  @Test
  void aNewNameOfTheEarnerIsNothingToVerifiers() throws Exception {
    SampleAward award = new SampleAward(badges.database, badges.course, badges.course.badgeClass());
    Credential credential = badges.issue(award, IssuedBadges.CLOCK);
    badges.serve(credential);
    badges.database.execute("update lms_user set name = 'Zara' where id = ?", award.learner);
    Credential now =
        badges.database.compute(em -> badges.desk(em).credentials.ofAward(award.id).orElseThrow());
    assertThat(now.document()).isEqualTo(credential.document());
    assertAccepted(now.document());
  }

  @Test
  void noVerifierAcceptsAnAlteredCredential() throws Exception {
    Credential credential = badges.issue();
    badges.serve(credential);
    for (String altered :
        new String[] {
          credential.document().replace("\"name\":\"Logician\"", "\"name\":\"Magician\""),
          credential.document().replace("\"value\":\"85\"", "\"value\":\"95\""),
          credential.document().replace("\"statusListIndex\":\"", "\"statusListIndex\":\"1"),
          credential.document().replace("did:web:", "did:web:evil.")
        }) {
      assertThat(altered).isNotEqualTo(credential.document());
      assertRefusedByProofs(altered);
    }
  }

  @Test
  void noVerifierAcceptsATermThatNoContextDefines() throws Exception {
    Credential credential = badges.issue();
    badges.serve(credential);
    assertRefusedByProofs(
        credential.document().replaceFirst("\"name\":", "\"smuggled\":\"yes\",\"name\":"));
  }

  @Test
  void noVerifierAcceptsARevokedCredential() throws Exception {
    Credential credential = badges.issue();
    Credential untouched = badges.issue();
    badges.revoke(credential);
    badges.serve(credential);

    assertRefusedByProofs(credential.document());
    assertThat(verifiers.run("verify-status.mjs", credential.document(), badges.base()).valid())
        .isFalse();
    assertAccepted(untouched.document());
  }

  @Test
  void aStatusListIsItselfASignedCredential() throws Exception {
    Credential credential = badges.issue();
    badges.serve(credential);
    String list =
        badges.database.compute(em -> badges.desk(em).statusList(IssuedBadges.listOf(credential)));
    assertThat(verifiers.run("verify-di.mjs", list, badges.base()).valid()).isTrue();
    assertThat(verifiers.run("verify-status.mjs", list, badges.base()).valid()).isTrue();
  }

  @Test
  void oldBadgesStayValidWhenTheIssuerGetsANewKey() throws Exception {
    Credential old = badges.issue();
    badges.database.transaction(em -> badges.desk(em).keys.replace(badges.course.issuer));
    Credential young = badges.issue();
    badges.serve(old);
    badges.serve(young);
    assertThat(young.document().contains(methodOf(old))).isFalse();
    assertAccepted(old.document());
    assertAccepted(young.document());
  }

  @ParameterizedTest
  @EnumSource(
      value = Rendition.class,
      names = {"JWT", "PNG", "SVG"})
  void allVerifiersAcceptEveryFormOfABadge(Rendition rendition) throws Exception {
    Credential credential = badges.issue(badges.fully(), IssuedBadges.CLOCK);
    byte[] file = badges.file(credential, rendition);
    badges.serve(credential);
    assertAccepted(file);
  }

  @ParameterizedTest
  @EnumSource(
      value = Rendition.class,
      names = {"JWT", "PNG", "SVG"})
  void noVerifierAcceptsAnyFormOfARevokedBadge(Rendition rendition) throws Exception {
    Credential credential = badges.issue();
    badges.revoke(credential);
    byte[] file = badges.file(credential, rendition);
    badges.serve(credential);
    assertThat(verifiers.run("verify-all.mjs", file, badges.base()).valid()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Rendition.class,
      names = {"JSON", "JWT", "PNG", "SVG"})
  void noVerifierAcceptsAnyFormOfABadgeThatHasEnded(Rendition rendition) throws Exception {
    Clock longAgo = Clock.offset(IssuedBadges.CLOCK, Duration.ofDays(-800));
    Credential credential = badges.issue(badges.fully(), longAgo);
    byte[] file = badges.file(credential, rendition);
    badges.serve(credential);
    assertThat(verifiers.run("verify-all.mjs", file, badges.base()).valid()).isFalse();
  }

  @Test
  void noVerifierAcceptsAnAlteredToken() throws Exception {
    Credential credential = badges.issue();
    String[] token = text(badges.file(credential, Rendition.JWT)).split("\\.");
    badges.serve(credential);
    String payload =
        text(Base64.getUrlDecoder().decode(token[1])).replace("\"Logician\"", "\"Magician\"");
    token[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    assertThat(verifiers.run("verify-jwt.mjs", String.join(".", token), badges.base()).valid())
        .isFalse();
  }

  @Test
  void oldTokensStayValidWhenTheIssuerGetsANewKey() throws Exception {
    Credential credential = badges.issue();
    byte[] old = badges.file(credential, Rendition.JWT);
    badges.database.transaction(em -> badges.desk(em).tokenKeys.replace(badges.course.issuer));
    byte[] young = badges.file(credential, Rendition.JWT);
    badges.serve(credential);
    assertThat(young).isNotEqualTo(old);
    assertAccepted(old);
    assertAccepted(young);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String methodOf(Credential credential) {
    int start = credential.document().indexOf("#z6Mk");
    return credential.document().substring(start, credential.document().indexOf('"', start));
  }

  private static void assertAccepted(String document) throws Exception {
    assertAccepted(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertAccepted(byte[] document) throws Exception {
    Verifiers.Verdict verdict = verifiers.run("verify-all.mjs", document, badges.base());
    assertThat(verdict.valid()).as(verdict.text()).isTrue();
  }

  private static void assertRefusedByProofs(String document) throws Exception {
    for (String script : new String[] {"verify-di.mjs", "verify-dcc.mjs", "verify-all.mjs"}) {
      assertThat(verifiers.run(script, document, badges.base()).valid()).as(script).isFalse();
    }
  }
}
