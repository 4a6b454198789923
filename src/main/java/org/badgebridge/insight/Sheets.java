package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.web.CsvSheet;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Writes the lists as spreadsheets, page by page, so that a long one needs no more memory. */
@ApplicationScoped
public class Sheets {

  private static final int AT_ONCE = 500;

  private final ClaimRates rates;
  private final UnclaimedAwards unclaimed;
  private final Words words;

  @Inject
  public Sheets(ClaimRates rates, UnclaimedAwards unclaimed, Words words) {
    this.rates = rates;
    this.unclaimed = unclaimed;
    this.words = words;
  }

  /** Claim rates by badge class; a small group's figures are left out, as on the page. */
  void rates(Cohort cohort, Locale locale, OutputStream out) throws IOException {
    String few = words.text(locale, "insight.few", Rate.FEWEST);
    String[] headings =
        headings(
            locale,
            "badge-class",
            "issuer",
            "offered",
            "claimed",
            "open",
            "declined",
            "expired",
            "withdrawn",
            "claim-rate",
            "low",
            "high",
            "public-rate");
    try (CsvSheet sheet = new CsvSheet(writer(out), headings)) {
      UUID after = null;
      List<ClassFigures> page;
      do {
        page = rates.byClass(cohort, after, AT_ONCE);
        for (ClassFigures each : page) {
          sheet.row(cells(each, few));
          after = each.badgeClassId();
        }
      } while (page.size() == AT_ONCE);
    }
  }

  private static @Nullable Object[] cells(ClassFigures each, String few) {
    Figures figures = each.figures();
    if (figures.small() && figures.offered() > 0) {
      return new @Nullable Object[] {each.name(), each.issuer(), few};
    }
    Rate claim = figures.claimRate();
    Rate shown = figures.publicRate();
    return new @Nullable Object[] {
      each.name(),
      each.issuer(),
      figures.offered(),
      figures.claimed(),
      figures.open(),
      figures.declined(),
      figures.expired(),
      figures.withdrawn(),
      claim.meaningful() ? claim.percent() : null,
      claim.meaningful() ? claim.low() : null,
      claim.meaningful() ? claim.high() : null,
      shown.meaningful() ? shown.percent() : null
    };
  }

  /** Open offers, the longest waiting first. */
  void unclaimed(UUID institutionId, @Nullable UUID badgeClassId, Locale locale, OutputStream out)
      throws IOException {
    String[] headings =
        headings(locale, "badge-class", "learner", "course", "offered-at", "obstacle");
    try (CsvSheet sheet = new CsvSheet(writer(out), headings)) {
      UUID after = null;
      List<UnclaimedAward> page;
      do {
        page = unclaimed.list(institutionId, badgeClassId, after, AT_ONCE);
        for (UnclaimedAward each : page) {
          sheet.row(
              each.badgeClass(),
              each.learner(),
              each.course(),
              each.offeredAt().toString(),
              words.text(locale, "insight.obstacle." + each.obstacle()));
          after = each.id();
        }
      } while (page.size() == AT_ONCE);
    }
  }

  private String[] headings(Locale locale, String... keys) {
    return Stream.of(keys)
        .map(key -> words.text(locale, "insight.column." + key))
        .toArray(String[]::new);
  }

  private static BufferedWriter writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
