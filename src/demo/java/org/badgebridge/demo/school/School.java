package org.badgebridge.demo.school;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The campus's people and courses, and what happens to them.
 *
 * <p>Safe for use by several threads: every method holds the school's one lock, and whoever reads
 * several things that must fit together holds it too ({@code synchronized (school)}). With a file
 * it survives restarts.
 */
public final class School {

  private final Clock clock;
  private final Ids ids;
  private final State state;
  private final @Nullable Store store;
  private final Gradebook gradebook;
  private final Tools tools;

  /**
   * Opens the school.
   *
   * @param seed makes its ids differ from those of another school
   * @param numbers whether ids are small numbers
   * @param file where it is kept, or null to forget it at the end
   */
  public School(String seed, boolean numbers, @Nullable Path file, Clock clock) {
    this.clock = clock;
    this.ids = new Ids(seed, numbers);
    this.store = file == null ? null : new Store(file);
    State kept = store == null ? null : store.read();
    this.state = kept == null ? State.empty() : kept;
    this.gradebook = new Gradebook(clock, this::changed);
    this.tools = new Tools(state.tools(), this::changed);
  }

  /** Whether nobody is here yet, so that a newcomer's world may be set up. */
  public synchronized boolean unpopulated() {
    return state.people().isEmpty();
  }

  public Gradebook gradebook() {
    return gradebook;
  }

  public Tools tools() {
    return tools;
  }

  public synchronized List<Person> people() {
    return List.copyOf(state.people());
  }

  public synchronized Person person(String id) {
    return state.people().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("person " + id));
  }

  /** The first person with that role. */
  public synchronized Person person(Role role) {
    return people(role).get(0);
  }

  public synchronized List<Person> people(Role role) {
    return state.people().stream().filter(person -> person.role() == role).toList();
  }

  public synchronized List<Course> courses() {
    return List.copyOf(state.courses());
  }

  public synchronized Course course(int number) {
    return findCourse(number).orElseThrow(() -> new NoSuchElementException("course " + number));
  }

  public synchronized Optional<Course> findCourse(int number) {
    return state.courses().stream().filter(course -> course.number() == number).findFirst();
  }

  public synchronized Person addPerson(String given, String family, Role role) {
    return addPerson(given, family, role, "en");
  }

  public synchronized Person addPerson(String given, String family, Role role, String locale) {
    String username = (given.charAt(0) + "." + family).toLowerCase(Locale.ROOT).replace(" ", "");
    String id = ids.of("person", state.next());
    var person = new Person(id, given, family, username, role, locale);
    state.people().add(person);
    changed();
    return person;
  }

  public synchronized Course addCourse(String label, String title) {
    int number = state.next();
    var course =
        new Course(
            number,
            ids.of("course", number),
            label,
            title,
            new ArrayList<>(),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>());
    state.courses().add(course);
    changed();
    return course;
  }

  public synchronized void enrol(Course course, Person person, Role role) {
    course.members().put(person.id(), role);
    changed();
  }

  public synchronized void leave(Course course, Person person) {
    course.members().remove(person.id());
    changed();
  }

  /** Adds a page, quiz or assignment; the latter two bring a column of 100 points. */
  public synchronized Activity add(Course course, Activity.Kind kind, String title, String text) {
    int number = state.next();
    var activity =
        new Activity(number, kind, title, text, false, null, new LinkedHashMap<>(), null);
    course.activities().add(activity);
    if (kind == Activity.Kind.QUIZ || kind == Activity.Kind.ASSIGNMENT) {
      course
          .columns()
          .add(
              new Column(
                  state.next(),
                  title,
                  100,
                  "",
                  "",
                  number,
                  null,
                  null,
                  null,
                  new LinkedHashMap<>()));
    }
    changed();
    return activity;
  }

  /** Adds an activity that opens a tool. */
  public synchronized Activity add(Course course, Placement placement) {
    int number = state.next();
    var link =
        new Link(
            ids.of("link", number),
            placement.client(),
            placement.url(),
            new LinkedHashMap<>(placement.custom()),
            new ArrayList<>());
    var activity =
        new Activity(
            number,
            Activity.Kind.TOOL,
            placement.title(),
            placement.text(),
            false,
            null,
            new LinkedHashMap<>(),
            link);
    course.activities().add(activity);
    Placement.NewColumn wanted = placement.column();
    if (wanted != null) {
      addColumn(course, placement.client(), wanted, number, null);
    }
    changed();
    return activity;
  }

  /** Adds a line item of a tool. */
  public synchronized Column addColumn(
      Course course,
      String client,
      Placement.NewColumn wanted,
      @Nullable Integer activity,
      @Nullable String linkId) {
    var column =
        new Column(
            state.next(),
            wanted.label(),
            wanted.maximum(),
            wanted.tag(),
            wanted.resourceId(),
            activity,
            client,
            linkId,
            null,
            new LinkedHashMap<>());
    course.columns().add(column);
    changed();
    return column;
  }

  public synchronized void restrict(Course course, Activity activity, @Nullable Restriction to) {
    course.replace(course.activity(activity.number()).restricted(to));
    changed();
  }

  public synchronized void hide(Course course, Activity activity, boolean hidden) {
    course.replace(course.activity(activity.number()).hidden(hidden));
    changed();
  }

  public synchronized void remove(Course course, Activity activity) {
    course.activities().removeIf(other -> other.number() == activity.number());
    course
        .columns()
        .removeIf(column -> Integer.valueOf(activity.number()).equals(column.activity()));
    changed();
  }

  public synchronized void complete(Activity activity, Person person) {
    activity.completions().putIfAbsent(person.id(), clock.instant());
    changed();
  }

  public synchronized void takeBack(Activity activity, Person person) {
    activity.completions().remove(person.id());
    changed();
  }

  /** Types a grade into the column of an activity, as the lecturer would. */
  public synchronized void grade(
      Course course, Activity activity, Person person, @Nullable Double value) {
    gradebook.type(course.columnOf(activity).orElseThrow(), person.id(), value);
  }

  /** Where a tool wants to be told of copied courses, by its client id. */
  public synchronized Map<String, String> noticeHandlers() {
    return Map.copyOf(state.noticeHandlers());
  }

  /** Tells a tool's copies to that address from now on; empty for none any more. */
  public synchronized void noticeHandler(String client, String address) {
    if (address.isEmpty()) {
      state.noticeHandlers().remove(client);
    } else {
      state.noticeHandlers().put(client, address);
    }
    changed();
  }

  /** Copies the course: new ids throughout, the same people, nothing completed, no grades. */
  public synchronized Course copy(Course from, String label, String title) {
    Course copy = new CourseCopy(from, ids, state).make(label, title);
    state.courses().add(copy);
    changed();
    return copy;
  }

  /** Keeps what has just changed. */
  synchronized void changed() {
    if (store != null) {
      store.write(state);
    }
  }
}
