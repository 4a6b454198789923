package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.web.AdministratorOnly;
import org.badgebridge.web.StaffOnly;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Every address of administration, as the product's own annotations tell them, asked for by an
 * operator, an administrator and a viewer of one institution, an administrator of another one, and
 * nobody.
 */
@ArquillianTest
@RunAsClient
class StaffRightsBrowserIT extends InChromium {

  /** Open to everybody, because they are the door. */
  private static final Set<String> DOORS =
      Set.of("/admin/sign-in", "/admin/set-up", "/admin/join", "/admin/join/look");

  /** What everybody may do to themselves. */
  private static final Set<String> OWN = Set.of("/admin/language", "/admin/sign-out");

  /** Lists that show each reader what is theirs, whatever institution an address names. */
  private static final Set<String> LISTS =
      Set.of(
          "/admin/institutions",
          "/admin/badges-issued",
          "/admin/platforms",
          "/admin/platforms/new",
          "/admin/platforms/setup/{product: [a-z]+}",
          "/admin/platforms/setup/canvas.json");

  /** Forms in which one of one's own institutions must be named, which is said beside the field. */
  private static final Set<String> NAMING =
      Set.of("/admin/platforms/new", "/admin/platforms/invitations");

  private static final Set<Integer> REFUSED = Set.of(403, 404);

  private record Ground(String institution, String group, String issuer) {}

  @Test
  void everyAddressAnswersEachAsItShould() {
    List<Endpoint> all = addresses();
    assertThat(all).hasSizeGreaterThan(40);
    try (BrowserContext one = StaffPeople.browser(chromium);
        BrowserContext two = StaffPeople.browser(chromium);
        BrowserContext three = StaffPeople.browser(chromium);
        BrowserContext four = StaffPeople.browser(chromium);
        BrowserContext nobody = StaffPeople.browser(chromium)) {
      Page operator = Administrator.enter(one);
      Ground ground = furnished(operator);
      String other = StaffPeople.found(operator, "Elsewhere " + UUID.randomUUID());
      join(operator, two, ground.institution, "INSTITUTION_ADMINISTRATOR");
      join(operator, three, ground.institution, "VIEWER");
      join(operator, four, other, "INSTITUTION_ADMINISTRATOR");
      List<String> wrong = new ArrayList<>();
      for (Endpoint each : all) {
        if (each.isGet()) {
          check(wrong, each, "nobody", ask(nobody, each, ground), Set.of(303));
          check(wrong, each, "operator", ask(one, each, ground), Set.of(200, 404));
          Set<Integer> open = operatorsOnly(each) ? Set.of(403) : Set.of(200, 404);
          check(wrong, each, "administrator", ask(two, each, ground), open);
          check(wrong, each, "viewer", ask(three, each, ground), Set.of(200, 403, 404));
        }
        boolean list = LISTS.contains(each.path()) && each.isGet();
        boolean naming = NAMING.contains(each.path()) && !each.isGet();
        Set<Integer> foreign = list ? Set.of(200, 403) : naming ? Set.of(422) : REFUSED;
        check(wrong, each, "foreigner", ask(four, each, ground), foreign);
        if (!each.isGet()) {
          check(wrong, each, "nobody", ask(nobody, each, ground), Set.of(303));
          check(wrong, each, "viewer", ask(three, each, ground), REFUSED);
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static void check(
      List<String> wrong, Endpoint address, String who, int status, Set<Integer> right) {
    if (!right.contains(status)) {
      wrong.add(address.verb() + " " + address.path() + " as " + who + ": " + status);
    }
  }

  private static int ask(BrowserContext browser, Endpoint address, Ground ground) {
    String cookies =
        browser.cookies().stream()
            .map(each -> each.name + "=" + each.value)
            .collect(Collectors.joining("; "));
    String[] headers = {
      "Accept", "text/html,*/*", "Cookie", cookies + "; a=b", "Origin", Campuses.tool().toString()
    };
    String path = filled(address.path(), ground) + "?institution=" + ground.institution;
    Caller caller = new Caller(Campuses.tool());
    return address.isGet()
        ? caller.get(path, headers).statusCode()
        : caller
            .post(
                path,
                address.type(),
                "institution=" + ground.institution + "&award=" + UUID.randomUUID(),
                headers)
            .statusCode();
  }

  /** With ids of what there is, and of nothing where there is nothing of the kind. */
  private static String filled(String path, Ground ground) {
    String filled = path;
    for (Map.Entry<String, String> each :
        Map.of(
                "/admin/institutions/", ground.institution,
                "/admin/terms/", ground.institution,
                "/admin/groups/", ground.group,
                "/admin/issuers/", ground.issuer)
            .entrySet()) {
      if (path.startsWith(each.getKey())) {
        filled = filled.replaceFirst("\\{(id|institution)[^/]*}(?=/|$)", each.getValue());
      }
    }
    return filled
        .replaceFirst("\\{level[^/]*}/\\{id[^/]*}", "institution/" + ground.institution)
        .replaceAll("\\{institution[^/]*}", ground.institution)
        .replaceAll("\\{deed[^/]*}", "archive")
        .replaceAll("\\{kind[^/]*}/\\{language[^/]*}", "offer/en")
        .replaceAll("\\{product[^/]*}", "moodle")
        .replaceAll("\\{source[^/]*}", "membership")
        .replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
  }

  private static List<Endpoint> addresses() {
    List<Endpoint> all = Endpoint.below("/admin");
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(
                        operatorsOnly(each)
                            || each.resource().isAnnotatedWith(StaffOnly.class)
                            || DOORS.contains(each.path()))
                    .as(each.path() + " is guarded")
                    .isTrue());
    all.removeIf(each -> DOORS.contains(each.path()) || OWN.contains(each.path()));
    return all;
  }

  private static boolean operatorsOnly(Endpoint address) {
    return address.resource().isAnnotatedWith(AdministratorOnly.class);
  }

  private static Ground furnished(Page operator) {
    String institution = StaffPeople.found(operator, "Guarded " + UUID.randomUUID());
    operator.navigate(Campuses.tool() + "/admin/groups/new?institution=" + institution);
    operator.locator("#name-en").fill("Group");
    operator.locator("main button.primary").press("Enter");
    operator.locator("a[href^='/admin/staff/group/']").waitFor();
    String group = StaffPeople.id(operator);
    operator.navigate(Campuses.tool() + "/admin/issuers/new?group=" + group);
    operator.locator("#name-en").fill("Issuer");
    operator.locator("main button.primary").press("Enter");
    operator.locator("a[href^='/admin/staff/issuer/']").waitFor();
    return new Ground(institution, group, StaffPeople.id(operator));
  }

  private static void join(Page operator, BrowserContext browser, String institution, String role) {
    String email = UUID.randomUUID() + "@example.org";
    String link = StaffPeople.invite(operator, "institution", institution, email, role);
    StaffPeople.accept(StaffPeople.open(browser, link), "Somebody");
  }
}
