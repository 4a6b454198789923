package org.badgebridge.demo.pages;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.oidc.DynamicRegistration;
import org.badgebridge.demo.oidc.Sessions;
import org.badgebridge.demo.oidc.Sessions.Session;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.school.Tool;
import org.badgebridge.demo.services.WebServices;
import org.jspecify.annotations.Nullable;

/** The administrator's page: tools the campus knows, and two ways to let in another. */
final class ToolsPage {

  private final Site site;
  private final Layout layout;
  private final DynamicRegistration registration;

  ToolsPage(Site site, Layout layout, DynamicRegistration registration) {
    this.site = site;
    this.layout = layout;
    this.registration = registration;
  }

  Reply show(Request request) {
    requireAdministrator(site, request);
    Html tools = Html.join(site.school().tools().all().stream().map(ToolsPage::card));
    return layout.page(
        request,
        "Tools",
        Html.of(
            """
            <ul class="stack">{}</ul>
            <section class="card"><h2>Register a tool by its address</h2>
            <p class="quiet">Paste the registration address the tool gave you. The tool introduces
            itself; afterwards you activate it here.</p>
            <form class="row" method="get" action="/admin/tools/register">
            <label class="grow">Registration address <input name="url" type="url" required></label>
            <label>As <select name="update"><option value="">a new tool</option>{}</select></label>
            <button class="button primary">Register</button></form></section>
            <details class="card"><summary>Register by hand</summary>{}</details>
            <section class="card"><h2>What a tool must know of this campus</h2>{}</section>
            """,
            tools,
            Html.join(site.school().tools().all().stream().map(ToolsPage::update)),
            ManualTool.form(),
            platformValues()));
  }

  private static Html update(Tool tool) {
    return Html.of(
        "<option value=\"{}\">an update of {} ({})</option>",
        tool.client(),
        tool.name(),
        tool.client());
  }

  private static Html card(Tool tool) {
    return Html.of(
        """
        <li class="card"><div class="row"><h2>{}</h2><span class="pill {}">{}</span></div>
        <dl><dt>Client id</dt><dd><code>{}</code></dd><dt>Deployment</dt><dd><code>{}</code></dd>
        <dt>Login address</dt><dd><code>{}</code></dd></dl>
        <form class="row" method="post" action="/admin/tools/{}">
        <button class="button {}" name="do" value="{}">{}</button>
        <button class="button quiet" name="do" value="remove">Remove</button></form></li>
        """,
        tool.name(),
        tool.active() ? "good" : "warn",
        tool.active() ? "Active" : "Pending",
        tool.client(),
        String.join(", ", tool.deployments()),
        tool.login(),
        tool.client(),
        tool.active() ? "" : "primary",
        tool.active() ? "pause" : "activate",
        tool.active() ? "Deactivate" : "Activate");
  }

  private Html platformValues() {
    return Html.of(
        """
        <dl><dt>Issuer</dt><dd><code>{}</code></dd><dt>Authorization address</dt>
        <dd><code>{}</code></dd><dt>Token address</dt><dd><code>{}</code></dd>
        <dt>Key set address</dt><dd><code>{}</code></dd>{}</dl>
        """,
        site.issuer(),
        site.url(site.personality().authorizationPath()),
        site.url(site.personality().tokenPath()),
        site.url(site.personality().jwksPath()),
        site.personality() == Personality.MOODLE
            ? Html.of("<dt>Web service token</dt><dd><code>{}</code></dd>", WebServices.TOKEN)
            : Html.of(""));
  }

  /** Opens the tool's registration in a frame. */
  Reply register(Request request) {
    requireAdministrator(site, request);
    String address = request.query("url");
    if (address == null || !address.matches("https?://\\S+")) {
      throw new Refusal(400, "That is no web address.");
    }
    return layout.page(
        request,
        "Register a tool",
        Html.of(
            """
            <iframe class="tool" title="Registration" src="{}"></iframe>
            <p><a class="button" href="/admin/tools">Back to the tools</a></p>
            """,
            registration.begin(address, known(request))));
  }

  private @Nullable String known(Request request) {
    String client = request.query("update");
    return client == null || client.isEmpty() ? null : site.school().tools().get(client).client();
  }

  Reply add(Request request) {
    requireAdministrator(site, request);
    Map<String, String> form = request.form();
    String target = form.getOrDefault("target", "");
    URI.create(target);
    site.school()
        .tools()
        .put(
            new Tool(
                "typed-" + Sessions.secret().substring(0, 12),
                List.of(Integer.toString(site.school().tools().all().size() + 1)),
                form.getOrDefault("name", "Tool"),
                form.getOrDefault("login", ""),
                List.of(form.getOrDefault("redirects", target).strip().split("\\s+")),
                form.getOrDefault("jwks", ""),
                target,
                Map.of(),
                Claims.scopes(site.personality()),
                true,
                true,
                true));
    return Reply.seeOther("/admin/tools");
  }

  Reply change(Request request) {
    requireAdministrator(site, request);
    Tool tool = site.school().tools().get(request.path("client"));
    switch (request.form().getOrDefault("do", "")) {
      case "activate" -> site.school().tools().put(tool.active(true));
      case "pause" -> site.school().tools().put(tool.active(false));
      case "remove" -> site.school().tools().remove(tool.client());
      default -> throw new Refusal(400, "What shall be done with the tool?");
    }
    return Reply.seeOther("/admin/tools");
  }

  static void requireAdministrator(Site site, Request request) {
    Session session = site.sessions().find(request);
    if (session == null) {
      throw new Refusal(401, "Please sign in.");
    }
    if (session.person().role() != Role.ADMINISTRATOR) {
      throw new Refusal(403, "Only the administrator of the campus may do this.");
    }
  }
}
