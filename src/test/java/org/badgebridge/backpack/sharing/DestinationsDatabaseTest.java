package org.badgebridge.backpack.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DestinationsDatabaseTest {

  private static final Page PAGE = Page.open(Locale.ENGLISH, new Words());

  /** January, so that a month that counts from zero, or has a zero in front, shows. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-03T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void addsToAProfileInTheRightMonth(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential issued = issue(database, course);
      String address = CredentialDesk.BASE + "/assertions/" + issued.id();

      assertThat(profile(database, issued))
          .isEqualTo(
              "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Logician"
                  + "&organizationName=Faculty&issueYear=2027&issueMonth=1&certUrl="
                  + address.replace(":", "%3A").replace("/", "%2F")
                  + "&certId="
                  + issued.id());

      database.execute(
          "update institution set linkedin_id = '12345' where id = ?", course.institution);
      assertThat(profile(database, issued))
          .contains("&organizationId=12345&")
          .doesNotContain("organizationName");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhenItEndsAndPrefersThePageOfTheGroup(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential issued = issue(database, course);
      UUID group = UUID.randomUUID();
      database.execute(
          "insert into issuer_group (id, institution_id, name, names, linkedin_id, visibility,"
              + " created_at, version) values (?, ?, 'Arts', '{\"en\":\"Arts\"}', '77', 'PUBLIC', ?,"
              + " 1)",
          group,
          course.institution,
          SampleCourse.THEN);
      database.execute("update issuer set issuer_group_id = ? where id = ?", group, course.issuer);
      database.execute(
          "update credential set document = replace(document, '\"issuer\":',"
              + " '\"validUntil\":\"2028-09-30T22:00:00Z\",\"issuer\":') where id = ?",
          issued.id());

      assertThat(profile(database, issued))
          .contains("&organizationId=77&")
          .contains("&expirationYear=2028&expirationMonth=9&");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyPlaceGetsAnAddressThatHoldsTheBadge(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential issued = issue(database, course);
      String encoded =
          (CredentialDesk.BASE + "/assertions/" + issued.id())
              .replace(":", "%3A")
              .replace("/", "%2F");

      List<Destination> others =
          database.compute(
              em ->
                  destinations(database, em)
                      .others(at(database, issued), IssuedBadge.read(issued), PAGE));

      assertThat(others)
          .hasSize(6)
          .allSatisfy(
              each -> {
                assertThat(each.address()).contains(encoded).doesNotContain("+", " ");
                assertThat(URI.create(each.address()).getScheme()).isIn("https", "mailto");
                assertThat(each.name()).doesNotStartWith("backpack.");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void snippetsEscapeWhatStaffWrote(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential issued = issue(database, course);
      database.execute(
          "update credential set document = replace(document, '\"Logician\"',"
              + " '\"A \\\"<b>&\\\" badge\"') where id = ?",
          issued.id());
      Credential odd = at(database, issued);
      IssuedBadge badge = IssuedBadge.read(odd);
      assertThat(badge.name()).isEqualTo("A \"<b>&\" badge");
      Snippets snippets =
          new Snippets(
              database.compute(em -> new CredentialDesk(database, em, CLOCK).addresses),
              new PublicOrigin(CredentialDesk.BASE));

      for (String html :
          new String[] {snippets.signature(odd, badge, PAGE), snippets.embed(odd, badge)}) {
        assertThat(html)
            .contains("A &quot;&lt;b&gt;&amp;&quot; badge".replace("&gt;", ">"))
            .doesNotContain("<b>")
            .contains(CredentialDesk.BASE + "/assertions/" + odd.id());
      }
    }
  }

  private static String profile(OpenDatabase database, Credential issued) {
    return database.compute(
        em -> {
          Credential now = at(database, issued);
          return destinations(database, em).linkedinProfile(now, IssuedBadge.read(now));
        });
  }

  private static Credential at(OpenDatabase database, Credential issued) {
    return database.compute(
        em -> new CredentialDesk(database, em, CLOCK).credentials.byLink(issued.id()));
  }

  private static Destinations destinations(OpenDatabase database, EntityManager em) {
    CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
    return new Destinations(desk.addresses, desk.issuers, new IssuerGroups(em), desk.institutions);
  }

  private static Credential issue(OpenDatabase database, SampleCourse course) {
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }
}
