package org.badgebridge.insight.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.insight.Scopes;
import org.badgebridge.insight.Screens;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Insights;
import org.badgebridge.insight.figures.Measure;
import org.badgebridge.insight.figures.Rate;
import org.badgebridge.insight.figures.Scope;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** Draws the page of notes. */
@ApplicationScoped
public class NoteBoard {

  /** Days before and after. */
  static final int DAYS = 30;

  private static final int AT_ONCE = 10;

  private final Notes notes;
  private final KeepNotes keeping;
  private final Insights insights;
  private final Scopes scopes;
  private final Rights rights;
  private final StaffAccounts accounts;
  private final Screens screens;
  private final Clock clock;

  @Inject
  public NoteBoard(
      Notes notes,
      KeepNotes keeping,
      Insights insights,
      Scopes scopes,
      Rights rights,
      StaffAccounts accounts,
      Screens screens,
      Clock clock) {
    this.notes = notes;
    this.keeping = keeping;
    this.insights = insights;
    this.scopes = scopes;
    this.rights = rights;
    this.accounts = accounts;
    this.screens = screens;
    this.clock = clock;
  }

  String show(
      Institution institution, NoteForm form, List<FieldFault> faults, int page, SignedIn reader) {
    UUID id = institution.id();
    Scope scope = scopes.of(reader.actor(), id);
    Filter all = Filter.all(id).within(scope);
    Map<UUID, String> badges = insights.badgeClasses(all);
    Map<UUID, String> courses = scope.everything() ? insights.courses(id) : Map.of();
    List<Note> found =
        notes.of(id, scope.everything() ? null : badges.keySet(), page * AT_ONCE, AT_ONCE + 1);
    List<Note> shown = found.subList(0, Math.min(found.size(), AT_ONCE));
    Map<UUID, StaffAccount> owners =
        accounts.find(shown.stream().map(Note::ownerId).collect(Collectors.toSet()));
    List<NoteView> views = new ArrayList<>();
    for (Note each : shown) {
      StaffAccount owner = owners.get(each.ownerId());
      String about =
          Stream.of(name(badges, each.badgeClassId()), name(courses, each.courseId()))
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(" · "));
      views.add(view(each, about, owner == null ? null : owner.name(), all, reader.actor()));
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", id.toString());
    parts.put("notes", views);
    parts.put("form", form);
    parts.put("faults", faults);
    parts.put("today", today());
    parts.put("badges", badges);
    parts.put("courses", courses);
    parts.put("writes", rights.somewhereIn(reader.actor(), id).contains(Permission.UPDATE));
    if (found.size() > AT_ONCE) {
      parts.put(
          "next",
          Link.to(
              "/admin/notes",
              Map.of("institution", id.toString(), "page", String.valueOf(page + 1))));
    }
    return screens.show("insight/notes.jte", reader.locale(), institution, parts);
  }

  private NoteView view(Note note, String about, @Nullable String owner, Filter all, Actor reader) {
    Filter own = all;
    if (note.badgeClassId() != null) {
      own = own.of(note.badgeClassId());
    }
    if (note.courseId() != null) {
      own = own.in(note.courseId());
    }
    LocalDate day = note.day();
    LocalDate last = day.plusDays(DAYS - 1L);
    return new NoteView(
        note,
        about,
        owner,
        rate(own.during(day.minusDays(DAYS), day.minusDays(1))),
        rate(own.during(day, last)),
        last.isBefore(today()),
        keeping.may(note, reader));
  }

  /** Of a hidden group, a rate of nothing. */
  private Rate rate(Filter filter) {
    Group total = insights.total(filter);
    return total.hidden() ? new Rate(0, 1) : Measure.CLAIM_RATE.rate(total.figures());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String name(Map<UUID, String> names, @Nullable UUID id) {
    return id == null ? "" : Objects.requireNonNullElse(names.get(id), "");
  }
}
