package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/** Writes an owner's portfolio, and shows or hides it. */
@ApplicationScoped
public class KeepPortfolio {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])");
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_INTRO = 2000;

  private final Portfolios portfolios;
  private final Sql sql;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepPortfolio(Portfolios portfolios, Sql sql, AuditTrail audit, Clock clock) {
    this.portfolios = portfolios;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps what it says and who sees it.
   *
   * @param inPublic whether everybody sees it from now on
   * @throws InvalidFields with every fault; also if somebody else has the address
   */
  @Transactional
  public void keep(Portfolio wanted, boolean inPublic, Actor actor) {
    check(wanted);
    UUID person = wanted.personId();
    Instant since = inPublic ? since(portfolios.own(person)) : null;
    boolean written =
        sql.insertOnce(
                "insert into portfolio (person_id, slug, title, intro, public_since)"
                    + " values (?, ?, ?, ?, ?)",
                person,
                wanted.slug(),
                wanted.title(),
                wanted.intro(),
                since)
            || sql.update(
                    "update portfolio set slug = ?, title = ?, intro = ?, public_since = ?"
                        + " where person_id = ? and not exists (select 1 from portfolio o"
                        + " where o.slug = ? and o.person_id <> ?)",
                    wanted.slug(),
                    wanted.title(),
                    wanted.intro(),
                    since,
                    person,
                    wanted.slug(),
                    person)
                == 1;
    if (!written) {
      throw new InvalidFields(List.of(FieldFault.of("slug", "backpack.portfolio.slug-taken")));
    }
    audit.record(
        null,
        actor,
        inPublic ? "portfolio.published" : "portfolio.kept",
        "portfolio",
        person,
        null);
  }

  private Instant since(Portfolio before) {
    @Nullable Instant since = before.publicSince();
    return since == null ? clock.instant() : since;
  }

  private static void check(Portfolio wanted) {
    List<FieldFault> faults = new ArrayList<>();
    if (wanted.title().isEmpty()) {
      faults.add(FieldFault.of("title", "backpack.portfolio.title-missing"));
    } else if (wanted.title().length() > LONGEST_TITLE) {
      faults.add(FieldFault.of("title", "backpack.share.label-long", LONGEST_TITLE));
    }
    if (wanted.intro().length() > LONGEST_INTRO) {
      faults.add(FieldFault.of("intro", "backpack.share.label-long", LONGEST_INTRO));
    }
    if (!SLUG.matcher(wanted.slug()).matches()) {
      faults.add(FieldFault.of("slug", "backpack.portfolio.slug-fault"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }
}
