package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClassChanged;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Wording;
import org.badgebridge.database.Sql;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.SearchWords;
import org.jspecify.annotations.Nullable;

/** Keeps what the catalogue lists and searches, in the transaction that changes a badge class. */
@ApplicationScoped
class CatalogueIndex {

  /** Most words of one badge class; the first texts are the telling ones. */
  private static final int WORDS = 500;

  private static final int SORT_NAME = 200;

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final EntityManager entityManager;
  private final Sql sql;
  private final Clock clock;

  @Inject
  CatalogueIndex(
      BadgeClasses badgeClasses,
      Issuers issuers,
      EntityManager entityManager,
      Sql sql,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.entityManager = entityManager;
    this.sql = sql;
    this.clock = clock;
  }

  void onChange(@Observes BadgeClassChanged changed) {
    entityManager.flush(); // the rows below name the badge class
    enter(changed.badgeClassId());
  }

  /** Enters one anew, or takes it out if it is not published. */
  void enter(UUID id) {
    sql.update("delete from catalogue_entry where badge_class_id = ?", id);
    badgeClasses
        .find(id)
        .filter(each -> each.state() == BadgeClass.State.PUBLISHED)
        .ifPresent(this::enter);
  }

  private void enter(BadgeClass badgeClass) {
    Issuer issuer = issuers.get(badgeClass.issuerId());
    BadgeContent content = badgeClass.content();
    String folded = SearchWords.folded(badgeClass.name());
    sql.update(
        "insert into catalogue_entry (badge_class_id, institution_id, issuer_id, badge_type,"
            + " theme, sort_name, published_at, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        badgeClass.id(),
        issuer.institutionId(),
        issuer.id(),
        content.type(),
        content.theme(),
        folded.substring(0, Math.min(folded.length(), SORT_NAME)),
        badgeClass.publishedAt(),
        clock.instant());
    List<@Nullable Object[]> terms = new ArrayList<>();
    words(content, issuer).forEach(word -> terms.add(term(badgeClass, "WORD", word)));
    Set<String> skills = new LinkedHashSet<>();
    content.skills().forEach(skill -> skills.add(SearchWords.folded(skill)));
    skills.forEach(skill -> terms.add(term(badgeClass, "SKILL", skill)));
    Set<String> languages = new LinkedHashSet<>(content.translations().keySet());
    languages.add(content.language());
    languages.forEach(language -> terms.add(term(badgeClass, "LANGUAGE", language)));
    sql.updateAll(
        "insert into catalogue_term (badge_class_id, kind, term) values (?, ?, ?)", terms);
  }

  private static @Nullable Object[] term(BadgeClass badgeClass, String kind, String term) {
    return new @Nullable Object[] {
      badgeClass.id(), kind, term.substring(0, Math.min(term.length(), SORT_NAME))
    };
  }

  private static Set<String> words(BadgeContent content, Issuer issuer) {
    StringBuilder text = new StringBuilder();
    List<Wording> wordings = new ArrayList<>(List.of(content.wording()));
    wordings.addAll(content.translations().values());
    wordings.forEach(each -> text.append(each.name()).append(' '));
    content.skills().forEach(each -> text.append(each).append(' '));
    content.tags().forEach(each -> text.append(each).append(' '));
    text.append(issuer.name()).append(' ').append(content.study().humanCode()).append(' ');
    content.alignments().forEach(each -> text.append(each.targetName()).append(' '));
    wordings.forEach(each -> text.append(each.description()).append(' '));
    wordings.forEach(each -> text.append(each.criteria()).append(' '));
    return SearchWords.of(text.toString(), WORDS);
  }
}
