package org.badgebridge.credential.supplement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The supplements. Whoever calls has checked who may see the badge. */
@ApplicationScoped
public class Supplements {

  private final Sql sql;

  @Inject
  public Supplements(Sql sql) {
    this.sql = sql;
  }

  /** Those of a badge, the first joined first. */
  public List<Supplement> of(UUID credentialId) {
    return sql.list(
        "select "
            + Supplement.COLUMNS
            + Supplement.FROM
            + " and s.credential_id = ? order by s.created_at, s.id",
        Supplement::read,
        credentialId);
  }

  /** Those of a badge that its owner lets others see. */
  public List<Supplement> shown(UUID credentialId) {
    return of(credentialId).stream().filter(Supplement::shown).toList();
  }

  /** The same of many badges at once, by the badge; badges without any are left out. */
  public Map<UUID, List<Supplement>> shown(Collection<UUID> credentialIds) {
    if (credentialIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(
            "select "
                + Supplement.COLUMNS
                + Supplement.FROM
                + " and s.shown = true and s.credential_id in ("
                + Sql.marks(credentialIds.size())
                + ") order by s.created_at, s.id",
            Supplement::read,
            credentialIds.toArray())
        .stream()
        .collect(Collectors.groupingBy(Supplement::credentialId));
  }

  /**
   * One of a badge.
   *
   * @throws ProblemException NOT_FOUND if the badge has none such
   */
  public Supplement one(UUID credentialId, UUID id) {
    return of(credentialId).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(Supplements::missing);
  }

  /** The awards of a person's badges to which something was joined that they were not shown. */
  public List<UUID> news(UUID personId) {
    return sql.list(
        "select distinct c.award_id"
            + Supplement.FROM.replace(
                " where ", " join credential c on c.id = s.credential_id where ")
            + " and c.person_id = ? and s.seen < v.number order by c.award_id",
        row -> row.uuid("award_id"),
        personId);
  }

  /** The owner was shown what there is. */
  public void seen(List<Supplement> supplements) {
    sql.updateAll(
        "update supplement set seen = ? where id = ? and seen < ?",
        supplements.stream()
            .filter(Supplement::isNew)
            .map(each -> Sql.row(each.number(), each.id(), each.number()))
            .toList());
  }

  /** The file itself, in its newest version. */
  public byte[] content(Supplement supplement) {
    return sql.first(
            "select content from supplement_version where supplement_id = ? and number = ?",
            row -> row.bytes("content"),
            supplement.id(),
            supplement.number())
        .orElseThrow(Supplements::missing);
  }

  /** Lets others see it or not; false if that is so already. Joins the caller's transaction. */
  public boolean show(UUID id, boolean shown) {
    return sql.update(
            "update supplement set shown = ? where id = ? and shown <> ?", shown, id, shown)
        == 1;
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
