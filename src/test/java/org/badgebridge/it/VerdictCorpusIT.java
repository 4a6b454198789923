package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.baking.BakedPng;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.FakeWeb;
import org.badgebridge.verification.VerifyBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A corpus of good badges and of what can be done to them: our verdict on each, and whether other
 * people's verifiers accept it. Where they may differ, the row says why.
 */
class VerdictCorpusIT {

  /** Nothing to explain: whoever accepts it, we do, and the other way round. */
  private static final String SAME = "";

  private static Verifiers verifiers;
  private static IssuedBadges badges;

  private final List<Row> rows = new ArrayList<>();

  /**
   * One badge.
   *
   * @param ours the verdict that it must get here
   * @param others whether the independent verifiers accept it
   * @param why why the two differ; empty if they do not
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  private record Row(String what, byte[] badge, State ours, boolean others, String why) {}

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
  void ourVerdictsAreThoseOfOthersOrTheRowSaysWhy() throws Exception {
    Credential good = badges.issue(badges.fully(), IssuedBadges.CLOCK);
    badges.serve(good);
    forms(good);
    documents(good.document());
    containers(good);
    tokens(good);
    times();
    judge();
  }

  @Test
  void neitherWeNorOthersAcceptABadgeWhoseListCannotBeBelieved() throws Exception {
    Credential good = badges.issue();
    badges.serve(good);
    String path = "/status/" + IssuedBadges.listOf(good);
    String list = badges.served.get(path);
    for (UnaryOperator<String> change :
        List.<UnaryOperator<String>>of(
            whole -> whole.replaceFirst("\"validFrom\":\"20", "\"validFrom\":\"19"),
            whole -> whole.replace("\"proof\"", "\"unproved\""),
            whole -> whole.replace("\"revocation\"", "\"suspension\""),
            whole -> "")) {
      badges.served.put(path, change.apply(list));
      Row row = new Row("list", utf8(good.document()), State.UNKNOWN, false, SAME);
      assertThat(ours(row).state()).isEqualTo(State.UNKNOWN);
      assertThat(verifiers.run("verify-all.mjs", row.badge, badges.base()).valid()).isFalse();
    }
  }

  private void forms(Credential good) {
    for (Rendition each : List.of(Rendition.JSON, Rendition.JWT, Rendition.PNG, Rendition.SVG)) {
      add("good " + each, badges.file(good, each), State.VALID, true, SAME);
    }
    Credential revoked = badges.issue();
    badges.revoke(revoked);
    badges.serve(revoked);
    for (Rendition each : List.of(Rendition.JSON, Rendition.JWT, Rendition.PNG)) {
      add("revoked " + each, badges.file(revoked, each), State.REVOKED, false, SAME);
    }
    add("the vector of the W3C", vector(), State.UNSUPPORTED, false, SAME);
  }

  private void documents(String good) {
    change("a name", good, "\"name\":\"", "\"name\":\"Not ");
    change("a result", good, "\"value\":\"85\"", "\"value\":\"95\"");
    change("the bit", good, "\"statusListIndex\":\"", "\"statusListIndex\":\"1");
    change("the purpose of the proof", good, "\"assertionMethod\"", "\"authentication\"");
    change(
        "a term that nobody defines",
        good,
        "\"credentialSubject\":{",
        "\"credentialSubject\":{\"x\":1,");
    change(
        "no context of badges",
        good,
        "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\",",
        "");
    String unsigned = good.substring(0, good.indexOf(",\"proof\":")) + "}";
    add("no proof", utf8(unsigned), State.INVALID, false, SAME);
    change("a longer life", good, "\"validUntil\":\"20", "\"validUntil\":\"21");
    change("the signature", good, "\"proofValue\":\"z", "\"proofValue\":\"z1");
    String other = badges.issue().document();
    add(
        "the proof of another badge",
        utf8(
            good.substring(0, good.indexOf("\"proof\":"))
                + other.substring(other.indexOf("\"proof\":"))),
        State.INVALID,
        false,
        SAME);
    add(
        "another issuer, who does not answer",
        utf8(good.replace("did:web:", "did:web:evil.")),
        State.UNKNOWN,
        false,
        SAME);
    add(
        "a member twice, the first forged",
        utf8(good.replaceFirst("\"name\":", "\"name\":\"Forged\",\"name\":")),
        State.UNREADABLE,
        true,
        "JavaScript takes the last of two members, others the first: nobody should take either");
  }

  /** A change of the text after which it must be refused by all. */
  private void change(String what, String good, String old, String young) {
    String changed = good.replace(old, young);
    assertThat(changed).as(what).isNotEqualTo(good);
    add("changed: " + what, utf8(changed), State.INVALID, false, SAME);
  }

  private void containers(Credential good) {
    byte[] png = badges.file(good, Rendition.PNG);
    add(
        "two badges in a PNG",
        BakedPng.bake(png, Baking.OPEN_BADGES_3, good.document()),
        State.INVALID,
        false,
        SAME);
    byte[] damaged = png.clone();
    damaged[new String(png, StandardCharsets.ISO_8859_1).indexOf("credentialSubject")] = 'K';
    add("a PNG with a wrong checksum", damaged, State.INVALID, false, SAME);
    String svg = new String(badges.file(good, Rendition.SVG), StandardCharsets.UTF_8);
    int begin = svg.indexOf("<openbadges:credential");
    int end = svg.indexOf("</openbadges:credential>") + "</openbadges:credential>".length();
    add(
        "two badges in an SVG",
        utf8(svg.substring(0, end) + svg.substring(begin)),
        State.INVALID,
        false,
        SAME);
  }

  private void times() {
    Clock longAgo = Clock.offset(IssuedBadges.CLOCK, Duration.ofDays(-800));
    Credential ended = badges.issue(badges.fully(), longAgo);
    badges.serve(ended);
    add("ended", utf8(ended.document()), State.EXPIRED, false, SAME);
    add("ended PNG", badges.file(ended, Rendition.PNG), State.EXPIRED, false, SAME);
    String until = ended.document().replaceFirst("(?s).*\"validUntil\":(\"[^\"]*\").*", "$1");
    add(
        "ended, its end hidden under its full name",
        utf8(
            ended
                .document()
                .replace(
                    "\"validUntil\":" + until,
                    "\"https://www.w3.org/2018/credentials#validUntil\":{\"@type\":"
                        + "\"http://www.w3.org/2001/XMLSchema#dateTime\",\"@value\":"
                        + until
                        + "}")),
        State.INVALID,
        true,
        "the signature holds, and the others look for the usual name only");
    add(
        "ended, its end in an array",
        utf8(ended.document().replace("\"validUntil\":" + until, "\"validUntil\":[" + until + "]")),
        State.INVALID,
        false,
        SAME);
    Clock later = Clock.offset(IssuedBadges.CLOCK, Duration.ofDays(2));
    Credential young = badges.issue(badges.fully(), later);
    badges.serve(young);
    add("not begun", utf8(young.document()), State.NOT_YET_VALID, false, SAME);
  }

  private void tokens(Credential good) throws JOSEException {
    RSAKey key =
        badges.database.compute(em -> badges.desk(em).tokenKeys.signing(badges.course.issuer));
    RSAKey strange = new RSAKeyGenerator(2048).generate();
    String token = new String(badges.file(good, Rendition.JWT), StandardCharsets.UTF_8);
    String[] parts = token.split("\\.", -1);
    String claims = decoded(parts[1]);
    String kid = decoded(parts[0]).replaceFirst(".*\"kid\":\"([^\"]*)\".*", "$1");
    JWSHeader header = header().keyID(kid).build();
    add("a token signed again", token(header, claims, key), State.VALID, true, SAME);
    for (String name : List.of("iss", "sub", "jti")) {
      String changed = claims.replaceFirst("\"" + name + "\":\"", "\"" + name + "\":\"x");
      add("a token with another " + name, token(header, changed, key), State.INVALID, false, SAME);
    }
    for (String name : List.of("nbf", "exp")) {
      String changed = claims.replaceFirst("\"" + name + "\":", "\"" + name + "\":1");
      add("a token with another " + name, token(header, changed, key), State.INVALID, false, SAME);
    }
    add("a stranger's key by our name", token(header, claims, strange), State.INVALID, false, SAME);
    JWSHeader brought = header().jwk(strange.toPublicJWK()).build();
    add(
        "a stranger's key brought along",
        token(brought, claims, strange),
        State.INVALID,
        true,
        "the key provenance of issuers by DID is not looked at: the key in the header is believed");
    JWSHeader stray = header().keyID(kid).customParam("note", "hello").build();
    add(
        "a token with a stray header",
        token(stray, claims, key),
        State.VALID,
        false,
        "the profile of Open Badges forbids it and nothing follows from it: here it is a note");
    add(
        "an altered token",
        utf8(parts[0] + "." + encoded(claims.replace("8.5", "9.5")) + "." + parts[2]),
        State.INVALID,
        false,
        SAME);
    add(
        "no algorithm",
        utf8(encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + "."),
        State.INVALID,
        false,
        SAME);
    JWSObject confused =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(), new Payload(claims));
    confused.sign(new MACSigner(key.toPublicJWK().toJSONString()));
    add("the public key as a secret", utf8(confused.serialize()), State.INVALID, false, SAME);
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
  }

  private static byte[] token(JWSHeader header, String claims, RSAKey key) throws JOSEException {
    JWSObject token = new JWSObject(header, new Payload(claims));
    token.sign(new RSASSASigner(key));
    return utf8(token.serialize());
  }

  private void add(String what, byte[] badge, State ours, boolean others, String why) {
    rows.add(new Row(what, badge, ours, others, why));
  }

  private void judge() throws Exception {
    List<Verifiers.Verdict> others =
        verifiers.run("verify-all.mjs", rows.stream().map(Row::badge).toList(), badges.base());
    List<String> odd = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Verdict verdict = ours(row);
      if (verdict.state() != row.ours) {
        odd.add(row.what + ": here " + verdict.state() + " " + verdict.checks());
      }
      if (others.get(i).valid() != row.others) {
        odd.add(row.what + ": others " + others.get(i).text());
      }
      boolean differ = (row.ours == State.VALID) != row.others;
      if (differ == row.why.isEmpty()) {
        odd.add(row.what + ": says not why it differs, or that it differs when it does not");
      }
    }
    assertThat(odd).isEmpty();
    assertThat(rows).hasSizeGreaterThan(35);
  }

  private static Verdict ours(Row row) {
    FakeWeb web = new FakeWeb();
    badges.served.forEach((path, document) -> web.serve(CredentialDesk.BASE + path, document));
    return new VerifyBadge(web, new PublicOrigin(CredentialDesk.BASE), IssuedBadges.CLOCK)
        .verify(row.badge, "");
  }

  private static byte[] vector() {
    try (InputStream in =
        Objects.requireNonNull(
            VerdictCorpusIT.class.getResourceAsStream("/vc-di-eddsa/signedDataInt.json"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
