package org.badgebridge.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.FakeServices.Asked;
import org.badgebridge.testing.FakeServices.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembersTest {

  private static final UUID PLATFORM = UUID.randomUUID();

  @Test
  void asksWithTheMediaTypeAndBothFilters() {
    try (var lms = new FakeServices(asked -> Reply.ok(page(member("1", "Learner"))))) {
      read(lms, "/members?type_id=7", "12", "Learner");

      Asked asked = lms.asked.get(0);
      assertThat(asked.accept())
          .isEqualTo("application/vnd.ims.lti-nrps.v2.membershipcontainer+json");
      assertThat(asked.target()).isEqualTo("/members?type_id=7&limit=250&rlid=12&role=Learner");
    }
  }

  @Test
  void followsMoodlesCurlyLinkAndPutsTheLostFiltersBack() {
    Function<Asked, Reply> moodle =
        asked ->
            asked.target().contains("from=")
                ? Reply.ok(page(member("2", "Learner")))
                : linked(
                    page(member("1", "Learner")),
                    "</members?limit=250&amp;from=250&amp;rlid=12>; rel=“next”");
    try (var lms = new FakeServices(moodle)) {
      assertThat(subs(read(lms, "/members", "12", "Learner"))).containsExactly("1", "2");
      assertThat(lms.asked.get(1).target())
          .isEqualTo("/members?limit=250&from=250&rlid=12&role=Learner");
    }
  }

  @Test
  void takesOverTheUserNameOfMoodle() {
    String member =
        "{\"user_id\":\"7\",\"roles\":[\"Learner\"],\"name\":\"Ada\","
            + "\"lis_person_sourcedid\":\"S1\",\"ext_user_username\":\"ada.l\"}";
    try (var lms =
        new FakeServices(asked -> Reply.ok(page(member + "," + member("8", "Learner"))))) {
      List<Member> read = read(lms, "/members", null, null);
      assertThat(read.get(0).profile().username()).isEqualTo("ada.l");
      assertThat(read.get(0).profile().sourcedId()).isEqualTo("S1");
      assertThat(read.get(1).profile().username()).isNull();
    }
  }

  @Test
  void refusesANextPageOnAnotherHost() {
    try (var lms =
        new FakeServices(
            asked ->
                linked(page(member("1", "Learner")), "<https://evil.example/m>; rel=\"next\""))) {
      assertThatThrownBy(() -> read(lms, "/members", null, null))
          .isInstanceOf(ExternalRefusal.class);
      assertThat(lms.asked).hasSize(1);
    }
  }

  @Test
  void endsWhenLinksLeadInACircle() {
    try (var lms =
        new FakeServices(
            asked ->
                linked(page(member("1", "Learner")), "</members?p=2&limit=250>; rel=\"next\""))) {
      assertThat(subs(read(lms, "/members?p=2", null, null))).containsExactly("1");
    }
  }

  @Test
  void aMissingPageFailsTheWholeReading() {
    try (var lms =
        new FakeServices(
            asked ->
                asked.target().contains("p=2")
                    ? Reply.status(503)
                    : linked(page(member("1", "Learner")), "</members?p=2>; rel=\"next\""))) {
      assertThatThrownBy(() -> read(lms, "/members", null, null))
          .isInstanceOf(ExternalUnavailable.class);
    }
  }

  @Test
  void readsTenThousandMembersFromTwoHundredPages() {
    try (var lms = new FakeServices(MembersTest::pageOfFifty)) {
      List<Member> members = read(lms, "/members?p=0", null, null);

      assertThat(members).hasSize(10_000).doesNotHaveDuplicates();
      assertThat(lms.asked).hasSize(200);
    }
  }

  @Test
  void joinsTheSameUserListedTwice() {
    String twice = page(member("1", "Learner") + "," + member("1", "Instructor"));
    try (var lms = new FakeServices(asked -> Reply.ok(twice))) {
      assertThat(read(lms, "/members", null, null))
          .singleElement()
          .extracting(Member::standing)
          .isEqualTo(CourseStanding.LECTURER);
    }
  }

  @Test
  void knowsInactiveAndDeletedMembersAndLeavesOutNonsense() {
    String body =
        page(
            "{\"user_id\":\"1\",\"roles\":[\"Learner\"],\"status\":\"Inactive\"},"
                + "{\"user_id\":\"2\",\"roles\":[\"Learner\"],\"status\":\"Deleted\"},"
                + "{\"user_id\":3,\"roles\":\"Learner\",\"status\":\"Active\",\"x\":{\"y\":1}},"
                + "{\"roles\":[\"Learner\"]},null,7,{\"user_id\":\"5\",\"roles\":{\"a\":1}}");
    try (var lms = new FakeServices(asked -> Reply.ok(body))) {
      List<Member> members = read(lms, "/members", null, null);

      assertThat(members.stream().filter(Member::active).map(Member::sub)).containsExactly("3");
      assertThat(subs(members)).containsExactly("1", "2", "3");
    }
  }

  @Test
  void takesRubbishForAPlatformThatFails() {
    for (String rubbish : List.of("<html>down</html>", "{}", "[]", "", "{\"members\":{}}")) {
      try (var lms = new FakeServices(asked -> Reply.ok(rubbish))) {
        assertThatThrownBy(() -> read(lms, "/members", null, null))
            .as(rubbish)
            .isInstanceOf(ExternalUnavailable.class);
      }
    }
  }

  static Reply pageOfFifty(Asked asked) {
    int number = Integer.parseInt(asked.target().replaceAll(".*[?&]p=(\\d+).*", "$1"));
    String members =
        IntStream.range(number * 50, number * 50 + 50)
            .mapToObj(each -> member("u" + each, "Learner"))
            .collect(Collectors.joining(","));
    return number == 199
        ? Reply.ok(page(members))
        : linked(page(members), "</members?p=" + (number + 1) + ">; rel=\"next\"");
  }

  static String member(String id, String role) {
    return "{\"user_id\":\"" + id + "\",\"roles\":[\"" + role + "\"]}";
  }

  static String page(String members) {
    return "{\"id\":\"x\",\"context\":{\"id\":\"101\"},\"members\":[" + members + "]}";
  }

  static Reply linked(String body, String link) {
    return new Reply(200, Map.of("Link", link), body);
  }

  private static List<Member> read(
      FakeServices lms, String path, @Nullable String rlid, @Nullable String role) {
    return new Members(lms::call).read(PLATFORM, lms.at(path), rlid, role);
  }

  private static List<String> subs(List<Member> members) {
    Function<Member, String> sub = Member::sub;
    return members.stream().map(sub).toList();
  }
}
