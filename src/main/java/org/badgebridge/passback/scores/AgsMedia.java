package org.badgebridge.passback.scores;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The media types of LTI Assignment and Grade Services 2.0 §3, and who may send and get them. */
final class AgsMedia {

  static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";
  static final String LINE_ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
  static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
  static final String SCORE = "application/vnd.ims.lis.v1.score+json";

  private AgsMedia() {}

  /** Whether a header names this type, whatever its parameters. */
  static boolean is(@Nullable String header, String type) {
    try {
      MediaType sent = header == null ? null : MediaType.valueOf(header);
      return sent != null && type.equalsIgnoreCase(sent.getType() + "/" + sent.getSubtype());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * A body must be of this type.
   *
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE, which says what is accepted
   */
  static void requireSent(@Nullable String header, String type) {
    if (!is(header, type)) {
      throw new WrongMedia(ProblemType.UNSUPPORTED_MEDIA_TYPE, "passback.scores.send", type);
    }
  }

  /**
   * The caller must take an answer of this type; one that says nothing takes all. Plain JSON will
   * do, too: there are clients (ltijs) whose HTTP library says only that.
   *
   * @throws ProblemException NOT_ACCEPTABLE, which says what there is
   */
  static void requireAccepted(List<MediaType> accepted, String type) {
    MediaType offered = MediaType.valueOf(type);
    boolean fits =
        accepted.isEmpty()
            || accepted.stream()
                .filter(each -> !"0".equals(each.getParameters().getOrDefault("q", "1")))
                .anyMatch(
                    each ->
                        each.isCompatible(offered)
                            || each.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    if (!fits) {
      throw new WrongMedia(ProblemType.NOT_ACCEPTABLE, "passback.scores.accept", type);
    }
  }

  /** Tells programs, too, which type there is. */
  static final class WrongMedia extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final String accepted;

    WrongMedia(ProblemType problem, String key, String accepted) {
      super(problem, key, accepted);
      this.accepted = accepted;
    }

    String accepted() {
      return accepted;
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("accepted", accepted);
    }
  }
}
