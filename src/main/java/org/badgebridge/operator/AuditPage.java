package org.badgebridge.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditEntries;
import org.badgebridge.audit.AuditEntry;
import org.badgebridge.web.AdministratorOnly;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** Who did what, the latest first. */
@Path("/admin/operator/audit")
@AdministratorOnly
@Produces("text/html;charset=UTF-8")
public class AuditPage {

  private static final int ENTRIES = 50;

  private final AuditEntries entries;
  private final SignedIn signedIn;
  private final Screen screen;

  @Inject
  public AuditPage(AuditEntries entries, SignedIn signedIn, Screen screen) {
    this.entries = entries;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public String show(@QueryParam("after") @Nullable UUID after) {
    List<AuditEntry> found = entries.latest(after, ENTRIES + 1);
    Map<String, Object> parts = new HashMap<>();
    parts.put("entries", found.subList(0, Math.min(found.size(), ENTRIES)));
    if (found.size() > ENTRIES) {
      parts.put("next", "/admin/operator/audit?after=" + found.get(ENTRIES - 1).id());
    }
    return screen.show("operator/audit.jte", signedIn.locale(), parts);
  }
}
