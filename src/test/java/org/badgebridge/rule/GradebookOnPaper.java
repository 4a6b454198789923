package org.badgebridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.passback.gradebook.Gradebook;
import org.badgebridge.passback.gradebook.LineItem;
import org.badgebridge.passback.gradebook.Publication;
import org.badgebridge.passback.gradebook.Result;
import org.badgebridge.passback.gradebook.Score;
import org.jspecify.annotations.Nullable;

/** A gradebook that only takes scores, and answers them as told. */
final class GradebookOnPaper implements Gradebook {

  final List<Score> scores = new ArrayList<>();
  final List<String> columns = new ArrayList<>();
  final List<String> cleared = new ArrayList<>();
  Supplier<Publication> answer = () -> Publication.TAKEN;

  @Override
  public Publication publish(UUID platformId, String lineItemUrl, Score score) {
    scores.add(score);
    columns.add(lineItemUrl);
    return answer.get();
  }

  @Override
  public Publication clear(UUID platformId, String lineItemUrl, String userId, Instant at) {
    cleared.add(userId);
    columns.add(lineItemUrl);
    return answer.get();
  }

  @Override
  public List<LineItem> lineItems(UUID platformId, String lineitemsUrl, Set<String> granted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LineItem lineItem(UUID platformId, String url, Set<String> granted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LineItem create(
      UUID platformId,
      String lineitemsUrl,
      String label,
      double maximum,
      @Nullable String resourceId,
      @Nullable String tag) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LineItem rename(UUID platformId, String url, String label) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(UUID platformId, String url) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Result> results(UUID platformId, String lineItemUrl) {
    throw new UnsupportedOperationException();
  }
}
