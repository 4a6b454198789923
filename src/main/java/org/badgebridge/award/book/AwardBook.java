package org.badgebridge.award.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUserSearch;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Place;
import org.jspecify.annotations.Nullable;

/**
 * Lists awards in every state, the latest given first; test users' are left out. First the awards
 * of one page are found, by their own table as far as that is possible, and then what they are
 * about.
 */
@ApplicationScoped
public class AwardBook {

  private static final String ABOUT =
      " a join badge_class b on b.id = a.badge_class_id join lms_user u on u.id = a.lms_user_id"
          + " left join course c on c.id = a.course_id";
  private static final String ORDER = " order by a.created_at desc, a.id desc";

  private final Sql sql;

  @Inject
  public AwardBook(Sql sql) {
    this.sql = sql;
  }

  /**
   * One page of a list.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Slice(List<AwardLine> awards, @Nullable UUID next) {}

  /**
   * One page of the awards of badge classes at a place and below it.
   *
   * @param after the key of the page, null for the first; one that is no award of the institution
   *     is the first, too
   */
  public Slice page(Place place, AwardQuery query, @Nullable UUID after, int size) {
    StringBuilder text = new StringBuilder("select a.* from direct_award a");
    if (place.level() == Level.ISSUER_GROUP || place.level() == Level.ISSUER) {
      text.append(" join badge_class b on b.id = a.badge_class_id");
      text.append(" join issuer i on i.id = b.issuer_id");
    }
    List<@Nullable Object> parameters = new ArrayList<>(List.of(place.institutionId()));
    List<@Nullable Object> sought = new ArrayList<>();
    String words = LmsUserSearch.condition(query.words(), sought);
    if (!words.isEmpty()) {
      text.append(" join lms_user u on u.id = a.lms_user_id");
    }
    text.append(" where a.institution_id = ? and a.sandbox = false");
    if (place.level() != Level.INSTITUTION) {
      text.append(below(place.level()));
      parameters.add(place.id());
    }
    UUID badgeClass = query.badgeClassId();
    if (badgeClass != null) {
      text.append(" and a.badge_class_id = ?");
      parameters.add(badgeClass);
    }
    among(text, parameters, "a.state", query.states());
    among(text, parameters, "a.origin", query.origins());
    text.append(words);
    parameters.addAll(sought);
    createdAt(place.institutionId(), after)
        .ifPresent(
            reached -> {
              text.append(" and a.created_at <= ? and (a.created_at < ? or a.id < ?)");
              parameters.add(reached);
              parameters.add(reached);
              parameters.add(after);
            });
    text.append(ORDER).append(" fetch first ").append(size + 1).append(" rows only");
    List<AwardLine> found =
        sql.list(
            "select " + AwardLine.COLUMNS + " from (" + text + ")" + ABOUT + ORDER,
            AwardLine::read,
            parameters.toArray());
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  private static void among(
      StringBuilder text,
      List<@Nullable Object> parameters,
      String column,
      Collection<? extends Enum<?>> some) {
    if (!some.isEmpty()) {
      text.append(" and ")
          .append(column)
          .append(" in (")
          .append(Sql.marks(some.size()))
          .append(')');
      parameters.addAll(some);
    }
  }

  private static String below(Level level) {
    return switch (level) {
      case INSTITUTION -> "";
      case ISSUER_GROUP -> " and i.issuer_group_id = ?";
      case ISSUER -> " and i.id = ?";
      case BADGE_CLASS -> " and a.badge_class_id = ?";
    };
  }

  private Optional<Instant> createdAt(UUID institutionId, @Nullable UUID awardId) {
    return sql.first(
        "select created_at from direct_award where id = ? and institution_id = ?",
        row -> row.instant("created_at"),
        awardId,
        institutionId);
  }
}
