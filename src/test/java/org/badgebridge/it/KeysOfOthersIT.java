package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.verification.FakeWeb;
import org.badgebridge.verification.VerifyBadge;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys of P-256 that the libraries of other people make, name as {@code did:key} and use. */
class KeysOfOthersIT {

  private static final int COUNT = 40;

  private static List<JsonNode> keys;

  @BeforeAll
  static void make() throws Exception {
    keys = new ArrayList<>();
    for (String line : Verifiers.install().didKeys(COUNT).lines().toList()) {
      keys.add(new ObjectMapper().readTree(line));
    }
    assertThat(keys).hasSize(COUNT);
  }

  @Test
  void areReadAsTheyWereMade() throws Exception {
    Set<Boolean> odd = new HashSet<>();
    for (JsonNode each : keys) {
      ECKey made = ECKey.parse(each.get("jwk").toString());
      for (String name : List.of(each.get("did").asText(), each.get("url").asText())) {
        KeyDid read = KeyDid.of(name);
        assertThat(read.did()).isEqualTo(each.get("did").asText());
        assertThat(read.key()).isEqualTo((JWK) made);
        assertThat(read.thumbprint()).isEqualTo(KeyDid.of(made).thumbprint());
      }
      odd.add(made.getY().decodeToBigInteger().testBit(0));
    }
    assertThat(odd).as("both ways to compress a point").hasSize(2);
  }

  @Test
  void signBadgesThatAreVerifiedWithoutAskingAnybody() {
    FakeWeb web = new FakeWeb();
    VerifyBadge verifying =
        new VerifyBadge(web, new PublicOrigin("https://badges.example.org"), Clock.systemUTC());
    for (int i = 0; i < COUNT; i++) {
      String badge = keys.get(i).get("jwt").asText();
      Verdict verdict = verifying.verify(badge, "");
      assertThat(verdict.state()).as(verdict.checks().toString()).isEqualTo(State.VALID);
      assertThat(verdict.checks()).extracting(Check::key).contains("verification.key.nobody");
      String of = badge.substring(0, badge.lastIndexOf('.'));
      String others = keys.get((i + 1) % COUNT).get("jwt").asText();
      assertThat(verifying.verify(of + others.substring(others.lastIndexOf('.')), "").state())
          .isEqualTo(State.INVALID);
    }
    assertThat(web.asked).isEmpty();
  }
}
