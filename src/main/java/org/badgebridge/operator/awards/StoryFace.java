package org.badgebridge.operator.awards;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.hand.DetailsForm;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Typed;

/** Renders the page of one award, with the form that has just been sent as it was sent. */
@RequestScoped
public class StoryFace {

  private final AwardScreen screen;
  private final Stories stories;
  private final Institutions institutions;

  @Inject
  public StoryFace(AwardScreen screen, Stories stories, Institutions institutions) {
    this.screen = screen;
    this.stories = stories;
    this.institutions = institutions;
  }

  /**
   * The page.
   *
   * @param done what was done, a part of a message key; empty for nothing
   */
  Response show(UUID id, String done) {
    DirectAward award = screen.award(id, Permission.READ);
    return show(200, award, done, "", Typed.of(DetailsForm.values(award.details())));
  }

  /** The page after a form was sent that cannot be taken as it is. */
  Response again(UUID id, String form, Typed typed) {
    return show(422, screen.award(id, Permission.AWARD), "", form, typed);
  }

  /** The same, with what is wrong with one field. */
  Response again(UUID id, String form, Typed typed, FieldFault fault) {
    return again(id, form, typed.with(new InvalidFields(List.of(fault))));
  }

  private Response show(int status, DirectAward award, String done, String form, Typed typed) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("story", stories.of(award));
    parts.put("decides", screen.decides(award));
    parts.put("done", done);
    parts.put("form", form);
    parts.put("typed", typed);
    return screen.show(status, "award.jte", institutions.get(award.institutionId()), parts);
  }

  /** To the page, saying what was done. */
  static Response back(UUID id, String done) {
    return Response.seeOther(URI.create(AwardsPage.ADDRESS + "/" + id + "?done=" + done)).build();
  }
}
