package org.badgebridge.award.request;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/**
 * The form in which a learner asks, as it stands.
 *
 * @param open whether it is shown
 * @param said what stands in its fields
 */
public record AskForm(boolean open, AwardDetails said, List<FieldFault> faults) {

  /** Not shown. */
  public static final AskForm CLOSED = new AskForm(false, AwardDetails.NONE, List.of());

  /** Shown with these words in it. */
  public static AskForm of(AwardDetails said) {
    return new AskForm(true, said, List.of());
  }

  /** As it was sent. */
  public static AskForm from(MultivaluedMap<String, String> sent) {
    return of(
        new AwardDetails(
            sent.getFirst("narrative"),
            sent.getFirst("evidenceUrl"),
            sent.getFirst("evidenceName"),
            sent.getFirst("evidenceDescription"),
            null));
  }

  /** The same with what is wrong in it. */
  public AskForm with(InvalidFields invalid) {
    return new AskForm(true, said, invalid.faults());
  }
}
