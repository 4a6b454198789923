package org.badgebridge.framework;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The frameworks of an institution, and where a file is uploaded. */
@Path("/admin/frameworks")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class FrameworksPage {

  static final String ADDRESS = "/admin/frameworks?institution=";

  private final Frameworks frameworks;
  private final Uploads uploads;
  private final StaffAccounts accounts;
  private final FrameworkScreen screen;

  @Inject
  public FrameworksPage(
      Frameworks frameworks, Uploads uploads, StaffAccounts accounts, FrameworkScreen screen) {
    this.frameworks = frameworks;
    this.uploads = uploads;
    this.accounts = accounts;
    this.screen = screen;
  }

  @GET
  public Response list(
      @QueryParam("institution") @Nullable UUID institution,
      @QueryParam("done") @Nullable String done) {
    List<Institution> all = screen.institutions();
    UUID chosen = institution != null || all.isEmpty() ? institution : all.get(0).id();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "framework.no-institution");
    }
    Institution at = screen.institution(chosen);
    List<Framework> found = frameworks.of(chosen);
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", all);
    parts.put("frameworks", found);
    parts.put("counts", frameworks.counts(chosen));
    parts.put("people", people(found));
    parts.put("waiting", uploads.waiting(chosen));
    parts.put("done", "deleted".equals(done) || "discarded".equals(done) ? done : "");
    return screen.show(200, "list.jte", at, parts);
  }

  private Map<UUID, String> people(List<Framework> found) {
    List<UUID> ids =
        found.stream().map(Framework::importedBy).filter(Objects::nonNull).distinct().toList();
    return accounts.find(ids).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().name()));
  }
}
