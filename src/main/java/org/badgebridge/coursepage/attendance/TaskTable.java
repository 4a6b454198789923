package org.badgebridge.coursepage.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.award.batch.file.Column;
import org.badgebridge.award.batch.file.Line;
import org.badgebridge.award.batch.file.TableFile;
import org.badgebridge.passback.staff.Result;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.roster.CourseLearners.Learner;
import org.jspecify.annotations.Nullable;

/** Reads a table of what a task came to, and judges each row; nothing is kept. */
@ApplicationScoped
public class TaskTable {

  /** Most rows of one table. */
  public static final int MOST_ROWS = 2000;

  /** Largest file, in bytes. */
  static final int LARGEST = 2 * 1024 * 1024;

  private static final Set<Column> NAMING = Set.of(Column.USERNAME, Column.EPPN, Column.EMAIL);

  private final CourseLearners learners;

  @Inject
  public TaskTable(CourseLearners learners) {
    this.learners = learners;
  }

  /** What a row is worth; in the order in which a lecturer wants to read them. */
  public enum Verdict {
    /** It names nobody. */
    NOBODY,
    /** No learner of the course goes by that name. */
    UNKNOWN,
    /** More than one does. */
    AMBIGUOUS,
    /** It says nothing that can be read. */
    UNREADABLE,
    /** An earlier row says something of the same learner. */
    DUPLICATE,
    GOOD
  }

  /**
   * One row.
   *
   * @param number as a spreadsheet counts: the headings are row 1
   * @param called as the table calls the learner
   */
  public record Row(
      int number,
      String called,
      @Nullable Learner learner,
      @Nullable Result result,
      Verdict verdict) {

    /** What to call the learner: by name if known. */
    public String name() {
      return learner == null ? called : learner.name();
    }
  }

  /**
   * A table.
   *
   * @param all rows: what is wrong first, then by name
   * @param fault why it was not taken at all; null if it was
   */
  public record Read(List<Row> all, @Nullable FieldFault fault) {

    /** How many rows can be taken. */
    public long good() {
      return all.stream().filter(each -> each.verdict() == Verdict.GOOD).count();
    }

    /** The good ones, to be sent back: one a line, the learner's id and what it came to. */
    public String rows() {
      return all.stream()
          .filter(each -> each.verdict() == Verdict.GOOD)
          .flatMap(each -> written(each).stream())
          .collect(Collectors.joining("\n"));
    }

    private static Optional<String> written(Row row) {
      return row.learner() == null || row.result() == null
          ? Optional.empty()
          : Optional.of(row.learner().id() + " " + row.result().text());
    }
  }

  /** Reads a table about learners of a course. */
  Read read(UUID courseId, InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      return refused("award.file.too-large", LARGEST / 1024 / 1024);
    }
    try {
      List<Line> lines = TableFile.read(bytes, NAMING);
      return lines.size() > MOST_ROWS
          ? refused("award.file.too-many-rows", MOST_ROWS)
          : new Read(judge(lines, learners.byIdentifier(courseId)), null);
    } catch (InvalidFields invalid) {
      FieldFault fault = invalid.faults().get(0);
      return fault.key().equals("award.file.headings")
          ? refused("coursepage.task.headings")
          : new Read(List.of(), fault);
    }
  }

  private static Read refused(String key, Object... arguments) {
    return new Read(List.of(), FieldFault.of("file", key, arguments));
  }

  private static List<Row> judge(List<Line> lines, Map<String, Set<Learner>> known) {
    List<Row> rows = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    lines.forEach(line -> rows.add(judge(line, known, seen)));
    rows.sort(
        Comparator.comparing(Row::verdict)
            .thenComparing(Row::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Row::number));
    return rows;
  }

  private static Row judge(Line line, Map<String, Set<Learner>> known, Set<UUID> seen) {
    List<String> names =
        Stream.of(Column.USERNAME, Column.EPPN, Column.EMAIL)
            .flatMap(column -> Optional.ofNullable(line.text(column)).stream())
            .toList();
    if (names.isEmpty()) {
      return new Row(line.number(), "", null, null, Verdict.NOBODY);
    }
    String called = names.get(0);
    Set<Learner> meant =
        names.stream()
            .map(each -> known.getOrDefault(each.toLowerCase(Locale.ROOT), Set.of()))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(Set.of());
    if (meant.size() != 1) {
      Verdict verdict = meant.isEmpty() ? Verdict.UNKNOWN : Verdict.AMBIGUOUS;
      return new Row(line.number(), called, null, null, verdict);
    }
    Learner learner = meant.iterator().next();
    Optional<Result> result = result(line);
    if (result.isEmpty()) {
      return new Row(line.number(), called, learner, null, Verdict.UNREADABLE);
    }
    Verdict verdict = seen.add(learner.id()) ? Verdict.GOOD : Verdict.DUPLICATE;
    return new Row(line.number(), called, learner, result.get(), verdict);
  }

  /** A row that says nothing but who it is about says that it is done. */
  private static Optional<Result> result(Line line) {
    String cell =
        Stream.of(Column.OUTCOME, Column.SCORE, Column.GRADE)
            .flatMap(column -> Optional.ofNullable(line.text(column)).stream())
            .findFirst()
            .orElse("");
    String maximum = line.text(Column.MAXIMUM);
    return cell.isEmpty() && maximum == null
        ? Optional.of(Result.COMPLETED)
        : Result.read(cell, maximum);
  }
}
