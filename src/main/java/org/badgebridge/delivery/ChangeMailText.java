package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.PlainText;

/** Gives an institution its own words for a kind of message, or the usual ones back. */
@ApplicationScoped
public class ChangeMailText {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST = 4000;
  private static final Pattern UNKNOWN =
      Pattern.compile("\\{(?!(?:name|institution|badges)})[A-Za-z_-]*}");

  private final MailTexts texts;
  private final Rights rights;
  private final AuditTrail audit;

  @Inject
  public ChangeMailText(MailTexts texts, Rights rights, AuditTrail audit) {
    this.texts = texts;
    this.rights = rights;
    this.audit = audit;
  }

  /**
   * Keeps words.
   *
   * @param revision of those that were shown; 0 for the usual ones
   * @throws InvalidFields with every fault
   * @throws ProblemException CONFLICT if somebody else changed them since; FORBIDDEN or NOT_FOUND
   *     for those who may not
   */
  @Transactional
  public void keep(MailTexts.Key key, MailText typed, long revision, Actor staff) {
    require(key, staff);
    MailText text = clean(typed);
    List<FieldFault> faults = faults(text);
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    if (!texts.keep(key, text, revision)) {
      throw new ProblemException(ProblemType.CONFLICT, "delivery.text.changed-meanwhile");
    }
    record(key, staff, "mail-text.changed");
  }

  /**
   * Back to the usual words.
   *
   * @throws ProblemException as {@link #keep}
   */
  @Transactional
  public void reset(MailTexts.Key key, Actor staff) {
    require(key, staff);
    if (texts.reset(key)) {
      record(key, staff, "mail-text.reset");
    }
  }

  /** Without what only hides. */
  static MailText clean(MailText typed) {
    return new MailText(
        PlainText.line(typed.subject()),
        PlainText.paragraphs(typed.intro()),
        PlainText.paragraphs(typed.outro()));
  }

  private static List<FieldFault> faults(MailText text) {
    List<FieldFault> faults = new ArrayList<>();
    check(faults, "subject", text.subject(), LONGEST_SUBJECT);
    check(faults, "intro", text.intro(), LONGEST);
    check(faults, "outro", text.outro(), LONGEST);
    if (text.subject().isEmpty()) {
      faults.add(FieldFault.of("subject", "delivery.fault.missing"));
    }
    if (text.intro().isEmpty()) {
      faults.add(FieldFault.of("intro", "delivery.fault.missing"));
    }
    return faults;
  }

  private static void check(List<FieldFault> faults, String field, String text, int longest) {
    if (text.length() > longest) {
      faults.add(FieldFault.of(field, "delivery.fault.too-long", longest));
    }
    if (UNKNOWN.matcher(text).find()) {
      faults.add(FieldFault.of(field, "delivery.fault.placeholder"));
    }
  }

  private void require(MailTexts.Key key, Actor staff) {
    rights.require(staff, Permission.UPDATE, Place.institution(key.institutionId()));
  }

  private void record(MailTexts.Key key, Actor staff, String action) {
    audit.record(
        key.institutionId(),
        staff,
        action,
        "institution",
        key.institutionId(),
        key.kind().slug() + " " + key.language().toLanguageTag());
  }
}
