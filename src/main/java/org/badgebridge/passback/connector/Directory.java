package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.connector.Reports.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Finds courses and people by the names that a connector's reports use: those of its platform, and
 * only in courses of its institution. Three queries for a batch.
 */
@ApplicationScoped
public class Directory {

  private static final String COURSES =
      " from course c join deployment d on d.id = c.deployment_id"
          + " join platform p on p.id = d.platform_id where p.id = ?"
          + " and coalesce(d.institution_id, p.institution_id) = ?";

  private final Sql sql;

  @Inject
  public Directory(Sql sql) {
    this.sql = sql;
  }

  /** What somebody is in a course. */
  enum Role {
    /** On the roster as a learner, and never seen as a lecturer there. */
    LEARNER,
    /** On the roster, but not to be awarded. */
    OTHER,
    /** Not on the roster. */
    NONE
  }

  /** What was found for one batch. */
  record Found(
      Map<String, Set<UUID>> byReference,
      Set<UUID> own,
      Map<String, UUID> users,
      Map<Map.Entry<UUID, UUID>, Role> roles) {

    Set<UUID> courses(Report.Where where) {
      if (where.id() != null) {
        return own.contains(where.id()) ? Set.of(where.id()) : Set.of();
      }
      return byReference.getOrDefault(where.reference(), Set.of());
    }

    Optional<UUID> user(String reference) {
      return Optional.ofNullable(users.get(reference));
    }

    Role role(UUID course, UUID user) {
      return roles.getOrDefault(Map.entry(course, user), Role.NONE);
    }
  }

  Found find(Connector connector, Collection<Waiting> batch) {
    Map<String, Set<UUID>> byReference = byReference(connector, references(batch));
    Set<UUID> own = own(connector, ids(batch));
    Map<String, UUID> users = users(connector, batch);
    Set<UUID> courses = new HashSet<>(own);
    byReference.values().forEach(courses::addAll);
    return new Found(byReference, own, users, roles(courses, Set.copyOf(users.values())));
  }

  private Map<String, Set<UUID>> byReference(Connector connector, Set<String> references) {
    Map<String, Set<UUID>> found = new HashMap<>();
    if (references.isEmpty()) {
      return found;
    }
    String marks = Sql.marks(references.size());
    List<Object> parameters = parameters(connector, references);
    parameters.addAll(parameters(connector, references));
    sql.list(
            "select c.context_id as name, c.id"
                + COURSES
                + " and c.context_id in ("
                + marks
                + ") union select a.alias as name, c.id"
                + COURSES.replace(" where", " join course_alias a on a.course_id = c.id where")
                + " and a.alias in ("
                + marks
                + ")",
            row -> Map.entry(row.text("name"), row.uuid("id")),
            parameters.toArray())
        .forEach(
            each ->
                found.computeIfAbsent(each.getKey(), name -> new HashSet<>()).add(each.getValue()));
    return found;
  }

  private Set<UUID> own(Connector connector, Set<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            sql.list(
                "select c.id" + COURSES + " and c.id in (" + Sql.marks(ids.size()) + ")",
                row -> row.uuid("id"),
                parameters(connector, ids).toArray()));
  }

  /** A user's own id wins over what others call somebody; a name of two is nobody's. */
  private Map<String, UUID> users(Connector connector, Collection<Waiting> batch) {
    Set<String> names =
        batch.stream().map(each -> each.report().learner()).collect(Collectors.toSet());
    Map<String, UUID> found = new HashMap<>();
    Set<String> doubtful = new HashSet<>();
    sql.list(
            "select a.alias as name, u.id from "
                + Sql.NAMES
                + " join lms_user_alias a on a.alias = k.name"
                + " join lms_user u on u.id = a.lms_user_id and u.platform_id = ? order by u.id",
            row -> Map.entry(row.text("name"), row.uuid("id")),
            Sql.names(names),
            connector.platformId())
        .forEach(
            each -> {
              UUID other = found.putIfAbsent(each.getKey(), each.getValue());
              if (other != null && !other.equals(each.getValue())) {
                doubtful.add(each.getKey());
              }
            });
    found.keySet().removeAll(doubtful);
    sql.list(
            "select u.sub as name, u.id from "
                + Sql.NAMES
                + " join lms_user u on u.sub = k.name and u.platform_id = ?",
            row -> Map.entry(row.text("name"), row.uuid("id")),
            Sql.names(names),
            connector.platformId())
        .forEach(each -> found.put(each.getKey(), each.getValue()));
    return found;
  }

  private Map<Map.Entry<UUID, UUID>, Role> roles(Set<UUID> courses, Set<UUID> users) {
    Map<Map.Entry<UUID, UUID>, Role> roles = new HashMap<>();
    if (courses.isEmpty() || users.isEmpty()) {
      return roles;
    }
    List<Object> parameters = new ArrayList<>(courses);
    parameters.addAll(users);
    sql.list(
            "select course_id, lms_user_id, role, ever_lecturer from membership where course_id in ("
                + Sql.marks(courses.size())
                + ") and lms_user_id in ("
                + Sql.marks(users.size())
                + ")",
            row ->
                Map.entry(
                    Map.entry(row.uuid("course_id"), row.uuid("lms_user_id")),
                    "LEARNER".equals(row.text("role")) && !row.flag("ever_lecturer")
                        ? Role.LEARNER
                        : Role.OTHER),
            parameters.toArray())
        .forEach(each -> roles.put(each.getKey(), each.getValue()));
    return roles;
  }

  private static Set<String> references(Collection<Waiting> batch) {
    return batch.stream()
        .map(each -> each.report().course().reference())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> ids(Collection<Waiting> batch) {
    return batch.stream()
        .map(each -> each.report().course().id())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static List<Object> parameters(
      Connector connector, Collection<? extends @Nullable Object> names) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(connector.platformId());
    parameters.add(connector.institutionId());
    names.forEach(name -> parameters.add(Objects.requireNonNull(name)));
    return parameters;
  }
}
