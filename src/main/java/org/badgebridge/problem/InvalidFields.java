package org.badgebridge.problem;

import java.util.List;
import java.util.Optional;

/**
 * A form that cannot be taken as it is, with every fault named, so that one round of corrections is
 * enough. A page that shows the form catches it; elsewhere it is a problem of type {@link
 * ProblemType#INVALID}.
 */
public class InvalidFields extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldFault> faults;

  /** The faults, in the order of the form; at least one. */
  public InvalidFields(List<FieldFault> faults) {
    super(ProblemType.INVALID, faults.get(0).key(), faults.get(0).arguments().toArray());
    this.faults = List.copyOf(faults);
  }

  public List<FieldFault> faults() {
    return faults;
  }

  /** The first fault of a field. */
  public static Optional<FieldFault> of(List<FieldFault> faults, String field) {
    return faults.stream().filter(fault -> fault.field().equals(field)).findFirst();
  }
}
