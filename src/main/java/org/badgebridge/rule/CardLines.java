package org.badgebridge.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.rule.WhyCard.Condition;
import org.jspecify.annotations.Nullable;

/** Puts a verdict into lines for people. */
final class CardLines {

  private final Map<UUID, Activity> activities;
  private final Map<UUID, String> badges;
  private final List<Condition> lines = new ArrayList<>();

  CardLines(Map<UUID, Activity> activities, Map<UUID, String> badges) {
    this.activities = activities;
    this.badges = badges;
  }

  List<Condition> of(Verdict verdict) {
    add(verdict, 0);
    return List.copyOf(lines);
  }

  private void add(Verdict verdict, int depth) {
    if (verdict instanceof Verdict.InTime inTime) {
      lines.add(deadline(inTime, depth));
      add(inTime.of(), depth + 1);
    } else if (verdict instanceof Finding finding) {
      lines.add(line(finding, depth));
    } else if (verdict instanceof Verdict.Together together) {
      if (together.parts().size() == 1) {
        add(together.parts().get(0), depth); // a group of one needs no heading
        return;
      }
      lines.add(heading(together, depth));
      together.parts().forEach(part -> add(part, depth + 1));
    }
  }

  private static Condition deadline(Verdict.InTime inTime, int depth) {
    return new Condition(
        depth,
        true,
        inTime.met(),
        "rule.group-until",
        List.of(),
        "",
        List.of(),
        inTime.deadline(),
        null);
  }

  private static Condition heading(Verdict.Together together, int depth) {
    int needed = together.needed();
    String key =
        needed == together.parts().size()
            ? "rule.group-all"
            : needed == 1 ? "rule.group-any" : "rule.group-at-least";
    return new Condition(
        depth, true, together.met(), key, List.of(needed), "", List.of(), null, null);
  }

  private Condition line(Finding finding, int depth) {
    EvidenceItem seen = finding.seen();
    return new Condition(
        depth,
        false,
        finding.met(),
        labelKey(finding.leaf()),
        labelArguments(finding.leaf()),
        seenKey(seen),
        seenArguments(seen),
        seen == null ? null : seen.occurredAt(),
        seen == null ? null : "rule.source-" + seen.source());
  }

  private String labelKey(RuleTree.Leaf leaf) {
    Activity activity = activities.get(leaf.activityId());
    if (leaf instanceof RuleTree.ScoreAtLeast) {
      return "rule.condition-score";
    }
    if (leaf instanceof ScoreBetween) {
      return "rule.condition-between";
    }
    if (leaf instanceof Attended) {
      return "rule.condition-attended";
    }
    if (leaf instanceof RuleTree.Passed) {
      return "rule.condition-passed";
    }
    if (leaf instanceof RuleTree.Holds) {
      return "rule.condition-holds";
    }
    if (activity == null) {
      return "rule.condition-own-link";
    }
    return activity.kind() == Activity.Kind.RESOURCE_LINK
        ? "rule.condition-opened"
        : "rule.condition-completed";
  }

  private List<Object> labelArguments(RuleTree.Leaf leaf) {
    if (leaf instanceof RuleTree.Holds) {
      return List.of(badges.getOrDefault(leaf.activityId(), "–"));
    }
    Activity activity = activities.get(leaf.activityId());
    String title = activity == null ? "–" : activity.title();
    if (leaf instanceof ScoreBetween range) {
      return List.of(title, rounded(range.from()), rounded(range.to()));
    }
    if (leaf instanceof Attended attended) {
      return List.of(title, attended.times());
    }
    return leaf instanceof RuleTree.ScoreAtLeast score
        ? List.of(title, rounded(score.percent()))
        : List.of(title);
  }

  private static String seenKey(@Nullable EvidenceItem seen) {
    if (seen == null) {
      return "rule.seen-nothing";
    }
    if (seen.undone()) {
      return "rule.seen-undone";
    }
    return switch (seen.kind()) {
      case SCORED -> "rule.seen-score";
      case PASSED, COMPLETED, ATTENDED ->
          "rule.seen-" + seen.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  private static List<Object> seenArguments(@Nullable EvidenceItem seen) {
    if (seen != null && seen.kind() == Fact.Kind.ATTENDED && seen.score() != null) {
      return List.of(Math.round(seen.score()));
    }
    Double percent = seen == null ? null : seen.percent();
    return percent == null || !Double.isFinite(percent) ? List.of() : List.of(rounded(percent));
  }

  /** Downwards, so that 59.99 never reads as the 60 that it misses. */
  private static BigDecimal rounded(double percent) {
    return BigDecimal.valueOf(percent).setScale(1, RoundingMode.FLOOR).stripTrailingZeros();
  }
}
