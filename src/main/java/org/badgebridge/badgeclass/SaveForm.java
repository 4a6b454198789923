package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.content.ReadForm;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;

/** Saves what the form of an existing badge class holds, in the frame as outside it. */
@ApplicationScoped
public class SaveForm {

  private final EditBadgeClass edit;
  private final ContentChecks checks;
  private final BadgeClasses badgeClasses;

  @Inject
  public SaveForm(EditBadgeClass edit, ContentChecks checks, BadgeClasses badgeClasses) {
    this.edit = edit;
    this.checks = checks;
    this.badgeClasses = badgeClasses;
  }

  /**
   * Saves it.
   *
   * @param sent the fields beside the content: {@code revision} and {@code newVersion}
   * @throws org.badgebridge.problem.ProblemException as {@link EditBadgeClass#edit}
   */
  public void save(
      BadgeClass badgeClass, Editor editor, MultivaluedMap<String, String> sent, Actor actor) {
    ReadForm read = new ReadForm(editor.form());
    edit.edit(
        badgeClass.id(),
        editor.institutionId(),
        new EditBadgeClass.Change(
            read.content(),
            read.faults(),
            revision(sent),
            editor.issuerId(),
            "yes".equals(sent.getFirst("newVersion"))),
        actor);
  }

  /** What a draft does not say yet, for who tried to publish it. */
  public List<FieldFault> missing(BadgeClass badgeClass) {
    UUID institution = badgeClasses.institutionOf(badgeClass.id());
    return checks.faults(badgeClass.content(), badgeClass, institution, true);
  }

  private static long revision(MultivaluedMap<String, String> sent) {
    String typed = sent.getFirst("revision");
    try {
      return typed == null ? -1 : Long.parseLong(typed);
    } catch (NumberFormatException e) {
      return -1; // not one of our pages sent this: told as a change in between
    }
  }
}
