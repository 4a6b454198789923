package org.badgebridge.demo.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Sessions.Visit;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Placement;
import org.badgebridge.demo.school.Tool;

/** Takes what a lecturer picked in the tool, and puts it in the course. */
public final class DeepLinkingReturn {

  private final Site site;
  private final PendingLaunches launches;
  private final ToolSignatures signatures;
  private final List<Map<String, Object>> received = new CopyOnWriteArrayList<>();

  public DeepLinkingReturn(Site site, PendingLaunches launches, ToolSignatures signatures) {
    this.site = site;
    this.launches = launches;
    this.signatures = signatures;
  }

  /** The claims of every response whose signature held, oldest first. */
  public List<Map<String, Object>> received() {
    return List.copyOf(received);
  }

  public Reply answer(Request request) {
    Pending launch = launches.returning(request.path("launch"));
    if (launch == null || launch.course() != Integer.parseInt(request.path("course"))) {
      throw new Refusal(400, "Nobody was picking anything for this address.");
    }
    Visit visit = site.sessions().visit(request, launch.course());
    if (!visit.person().id().equals(launch.personId())) {
      throw new Refusal(403, "Somebody else was picking.");
    }
    Tool tool = site.school().tools().get(launch.client());
    JWTClaimsSet claims = checked(tool, launch, request.form().getOrDefault("JWT", ""));
    launches.returned(launch);
    return page(launch.course(), created(visit, tool, claims));
  }

  private JWTClaimsSet checked(Tool tool, Pending launch, String token) {
    JWTClaimsSet claims = signatures.verified(tool, token);
    received.add(claims.getClaims());
    require(tool.client().equals(claims.getIssuer()), "iss is not the client id");
    Assertions.requireCurrent(claims, site.now());
    require(
        "LtiDeepLinkingResponse".equals(claims.getClaim(Claims.MESSAGE_TYPE)),
        "wrong message type");
    if (site.personality() != Personality.MOODLE) {
      // Moodle 4.5 looks at none of these.
      require(claims.getAudience().equals(List.of(site.issuer())), "aud is not " + site.issuer());
      require(tool.deployment().equals(claims.getClaim(Claims.DEPLOYMENT_ID)), "wrong deployment");
      require("1.3.0".equals(claims.getClaim(Claims.VERSION)), "wrong version");
      require(claims.getClaim("nonce") != null, "no nonce");
      require(
          DeepLinkingSettings.data(launch).equals(claims.getClaim(Claims.DATA)),
          "data was not returned");
    }
    return claims;
  }

  private List<Activity> created(Visit visit, Tool tool, JWTClaimsSet claims) {
    var created = new ArrayList<Activity>();
    var placements = ContentItems.placements(tool.client(), claims.getClaim(Claims.CONTENT_ITEMS));
    require(
        site.personality() != Personality.CANVAS || placements.size() <= 1,
        "only one item is accepted here");
    for (Placement placement : placements) {
      require(
          site.personality() != Personality.BLACKBOARD || !placement.url().isEmpty(),
          "invalid link");
      created.add(site.school().add(visit.course(), placement));
    }
    return created;
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      throw new Refusal(400, "The tool's answer is not accepted: " + fault + ".");
    }
  }

  private static Reply page(int course, List<Activity> created) {
    String address =
        created.isEmpty()
            ? "/courses/" + course
            : "/courses/" + course + "?added=" + created.get(0).number();
    String said = created.isEmpty() ? "Nothing was added." : created.size() + " added.";
    return Reply.html(
        200,
        Html.of(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Added</title>
            <link rel="stylesheet" href="/campus/campus.css">
            <script src="/campus/leave.js" defer></script></head>
            <body class="bare"><p>{} <a id="leave" target="_top" href="{}">Back to the course</a></p>
            </body></html>
            """,
            said,
            address));
  }
}
