package org.badgebridge.demo.pages;

import java.util.Arrays;
import org.badgebridge.demo.Failures;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;

/** For the curious: break the campus's services, or give it a new key, and watch the tool. */
final class FailuresPage {

  private final Site site;
  private final Layout layout;
  private final Failures failures;

  FailuresPage(Site site, Layout layout, Failures failures) {
    this.site = site;
    this.layout = layout;
    this.failures = failures;
  }

  Reply show(Request request) {
    ToolsPage.requireAdministrator(site, request);
    Html rows = Html.join(Arrays.stream(Part.values()).map(this::row));
    return layout.page(
        request,
        "Break something",
        Html.of(
            """
            <p class="lead">A tool must live through all of this without losing anything.</p>
            <form method="post" action="/admin/failures"><div class="table-wrap"><table>
            <thead><tr><th scope="col">Service</th><th scope="col">How it is</th>
            <th scope="col">Asked so far</th></tr></thead><tbody>{}</tbody></table></div>
            <p class="row"><button class="button primary">Save</button>
            <button class="button" name="key" value="rotate">Sign with a new key</button></p></form>
            """,
            rows));
  }

  private Html row(Part part) {
    Html modes =
        Html.join(
            Arrays.stream(Mode.values())
                .map(
                    mode ->
                        Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            mode,
                            failures.of(part) == mode ? new Html(" selected") : Html.NOTHING,
                            mode.title())));
    return Html.of(
        """
        <tr><th scope="row">{}</th><td><select name="{}" aria-label="{}">
        <option value="">Works</option>{}</select></td><td>{}</td></tr>
        """,
        part.title(),
        part,
        part.title(),
        modes,
        failures.asked(part));
  }

  Reply save(Request request) {
    ToolsPage.requireAdministrator(site, request);
    if ("rotate".equals(request.form().get("key"))) {
      site.keys().rotate();
    }
    for (Part part : Part.values()) {
      String mode = request.form().getOrDefault(part.name(), "");
      if (mode.isEmpty()) {
        failures.repair(part);
      } else {
        failures.set(part, Mode.valueOf(mode));
      }
    }
    return Reply.seeOther("/admin/failures");
  }
}
