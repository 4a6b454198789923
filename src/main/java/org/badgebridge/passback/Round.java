package org.badgebridge.passback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.external.ExternalRefusal;

/**
 * One round of looks. What a platform answered in it is not asked again, however many activities
 * want to know, nor is a platform that failed. Belongs to one thread.
 */
public final class Round {

  private final Map<Object, Object> answers = new HashMap<>();
  private final Map<Object, ExternalRefusal> refusals = new HashMap<>();
  private final Set<UUID> down = new HashSet<>();

  /**
   * The answer to a question; asked the first time only. A refusal is an answer, too.
   *
   * @param question names it, e.g. a record of who is asked for what; equal questions have answers
   *     of one type
   * @throws ExternalRefusal as it was refused the first time
   */
  @SuppressWarnings("unchecked") // by contract of the parameter
  public <T> T once(Object question, Supplier<T> ask) {
    ExternalRefusal refused = refusals.get(question);
    if (refused != null) {
      throw refused;
    }
    Object known = answers.get(question);
    if (known == null) {
      try {
        known = ask.get();
      } catch (ExternalRefusal e) {
        refusals.put(question, e);
        throw e;
      }
      answers.put(question, known);
    }
    return (T) known;
  }

  /** A round in which everything may be asked anew, but not of platforms that failed. */
  Round next() {
    Round next = new Round();
    next.down.addAll(down);
    return next;
  }

  void failed(UUID platformId) {
    down.add(platformId);
  }

  boolean hasFailed(UUID platformId) {
    return down.contains(platformId);
  }
}
