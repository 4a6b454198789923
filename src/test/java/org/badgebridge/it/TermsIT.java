package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A learner is asked for the terms of the institution once, in the course page, with the claim. */
@ExtendWith(SharedServer.Extension.class)
class TermsIT {

  @Test
  void theFirstClaimAsksForTheTermsAndTheNextOneDoesNot(SharedServer server) throws Exception {
    BadgeCourse first = BadgeCourse.make(server.campus(SharedServer.STRANGER), "terms one");
    BadgeCourse second = BadgeCourse.make(server.campus(SharedServer.STRANGER), "terms two");
    Person tess = first.learnerWhoIsDone("Tess");
    second.campus.school().enrol(second.course, tess, Role.LEARNER);
    second.complete(tess);
    first.switchOn();
    second.switchOn();
    Waiting.until("an offer", () -> BadgeCourse.offers(first.open(tess)));
    Waiting.until("another offer", () -> BadgeCourse.offers(second.open(tess)));
    String terms = publish(server.process());

    ToolPage page = first.open(tess);
    String claim = "/course/awards/" + BadgeCourse.award(page) + "/claim";
    assertThat(page.body()).contains("value=\"" + terms + "\"").contains("href=\"/terms/");
    ToolPage refused = Frame.of(page).post(claim, Map.of());
    assertThat(refused.status()).isEqualTo(409);
    ToolPage wrong = Frame.of(page).post(claim, Map.of("terms", UUID.randomUUID().toString()));
    assertThat(wrong.status()).isEqualTo(409);
    ToolPage claimed = Frame.of(page).post(claim, Map.of("terms", terms));
    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.body()).contains("/publish");

    assertThat(second.open(tess).body()).doesNotContain(terms);
    assertThat(second.claim(tess)).isNotBlank();
  }

  private static String publish(ServerProcess server) throws SQLException {
    UUID id = UUID.randomUUID();
    List<String> jdbc = server.jdbc();
    try (Connection connection =
            DriverManager.getConnection(jdbc.get(0), jdbc.get(1), jdbc.get(2));
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into terms (id, institution_id, number, texts, ask_again, published_by,"
                    + " published_at) select ?, id, 1, '{\"en\":\"Be fair.\"}', true, id,"
                    + " current_timestamp from institution where name = 'Other University'")) {
      insert.setObject(1, id);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    return id.toString();
  }
}
