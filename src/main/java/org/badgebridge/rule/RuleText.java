package org.badgebridge.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of rules, strict when it reads: {@code {"is":"all","of":[{"is":"completed",
 * "activity":"…"},{"is":"score","activity":"…","percent":60}]}}.
 */
public final class RuleText {

  /** Deeper than any rule may be; refused before the reading recurses. */
  private static final int NESTING = 50;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 5;

  private RuleText() {}

  /**
   * Reads a rule.
   *
   * @throws ProblemException INVALID if it is no rule: not JSON, an unknown or incomplete part, a
   *     number out of range, too large or too deep
   */
  public static RuleTree read(String json) {
    if (json.length() > LONGEST) {
      throw unreadable(null);
    }
    try {
      RuleTree tree = JSON.readValue(json, RuleTree.class);
      if (tree == null || tree.depth() > DEEPEST) {
        throw unreadable(null);
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw e.getCause() instanceof ProblemException problem ? problem : unreadable(e);
    }
  }

  /** Writes a rule so that {@link #read} gives it back. */
  public static String write(RuleTree tree) {
    try {
      return JSON.writerFor(RuleTree.class).writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rule that cannot be written", e);
    }
  }

  private static ProblemException unreadable(@Nullable Exception cause) {
    return new ProblemException(cause, ProblemType.INVALID, "rule.unreadable");
  }
}
