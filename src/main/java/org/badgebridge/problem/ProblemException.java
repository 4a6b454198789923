package org.badgebridge.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure with words for the caller. Unchecked, so that it rolls the transaction back.
 *
 * <p>The detail is a message key, resolved in the caller's language by {@code web}; its arguments
 * are shown to the caller, so they never hold secrets. What only the operator may know goes into
 * the cause.
 */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String detailKey;
  private final transient List<Object> arguments;

  /**
   * A failure to report.
   *
   * @param detailKey message key of the detail, e.g. {@code course.attachment-off}
   * @param arguments values for the placeholders of that message
   */
  public ProblemException(ProblemType type, String detailKey, Object... arguments) {
    this(null, type, detailKey, arguments);
  }

  /** As the other, with the cause for the log; the caller never sees the cause. */
  public ProblemException(
      @Nullable Throwable cause, ProblemType type, String detailKey, Object... arguments) {
    super(type.slug() + ": " + detailKey, cause);
    this.type = type;
    this.detailKey = detailKey;
    this.arguments = List.of(arguments);
  }

  public ProblemType type() {
    return type;
  }

  public String detailKey() {
    return detailKey;
  }

  public List<Object> arguments() {
    return arguments == null ? List.of() : arguments;
  }

  /** What programs are told beside the words, as members of the problem; nothing by default. */
  public Map<String, Object> members() {
    return Map.of();
  }
}
