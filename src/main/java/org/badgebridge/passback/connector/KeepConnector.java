package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Tokens;
import org.badgebridge.passback.connector.ConnectorKind.Field;
import org.badgebridge.passback.connector.ConnectorKind.Secret;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes connectors; audited. Needs ADMINISTRATE at the institution, which every method
 * checks first: FORBIDDEN for those who lack it, NOT_FOUND for strangers.
 */
@ApplicationScoped
public class KeepConnector {

  private static final int NAME = 100;
  private static final int SECRET = 2000;

  private final Sql sql;
  private final Connectors connectors;
  private final ConnectorKinds kinds;
  private final ConnectorPlatforms platforms;
  private final Rights rights;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepConnector(
      Sql sql,
      Connectors connectors,
      ConnectorKinds kinds,
      ConnectorPlatforms platforms,
      Rights rights,
      AuditTrail audit,
      Clock clock) {
    this.sql = sql;
    this.connectors = connectors;
    this.kinds = kinds;
    this.platforms = platforms;
    this.rights = rights;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was typed.
   *
   * @param secret what the other side gave, or null
   */
  public record Typed(String name, Map<String, String> settings, @Nullable String secret) {}

  /**
   * A connector that was made, or whose secret was renewed.
   *
   * @param secret to be shown once; null unless we made one
   */
  public record Made(UUID id, @Nullable String secret) {}

  /**
   * Makes a connector, from which facts are taken at once.
   *
   * @throws InvalidFields with each fault by the field's name
   * @throws ProblemException NOT_FOUND for a kind or platform that is not there
   */
  @Transactional
  public Made make(UUID institutionId, String source, UUID platformId, Typed typed, Actor actor) {
    require(actor, institutionId);
    ConnectorKind kind = kinds.of(source);
    platforms.require(platformId, institutionId);
    Map<String, String> settings = checked(kind, typed, true);
    @Nullable String secret =
        switch (kind.secret()) {
          case NONE -> null;
          case OURS -> Tokens.random();
          case THEIRS -> PlainText.optionalLine(typed.secret());
        };
    UUID id = UUID.randomUUID();
    sql.update(
        "insert into connector (id, institution_id, platform_id, source, name, settings, secret,"
            + " active, created_at) values (?, ?, ?, ?, ?, ?, ?, true, ?)",
        id,
        institutionId,
        platformId,
        source,
        PlainText.line(typed.name()),
        Connectors.written(settings),
        connectors.toKeep(secret),
        clock.instant());
    audit.record(institutionId, actor, "connector.made", "connector", id, source);
    return new Made(id, kind.secret() == Secret.OURS ? secret : null);
  }

  /**
   * Changes name and settings, and the other side's secret if a new one was typed.
   *
   * @throws InvalidFields with each fault by the field's name
   */
  @Transactional
  public void change(UUID id, Typed typed, Actor actor) {
    Connector connector = own(id, actor);
    ConnectorKind kind = kinds.of(connector.source());
    Map<String, String> settings = checked(kind, typed, false);
    sql.update(
        "update connector set name = ?, settings = ? where id = ?",
        PlainText.line(typed.name()),
        Connectors.written(settings),
        id);
    String secret = PlainText.optionalLine(typed.secret());
    if (kind.secret() == Secret.THEIRS && !secret.isEmpty()) {
      sql.update("update connector set secret = ? where id = ?", connectors.toKeep(secret), id);
    }
    audit.record(connector.institutionId(), actor, "connector.changed", "connector", id, null);
  }

  /** Takes facts from it, or no longer does. What came before stays. */
  @Transactional
  public void switchTo(UUID id, boolean active, Actor actor) {
    Connector connector = own(id, actor);
    if (connector.active() != active) {
      sql.update("update connector set active = ? where id = ?", active, id);
      String action = active ? "connector.switched-on" : "connector.switched-off";
      audit.record(connector.institutionId(), actor, action, "connector", id, null);
    }
  }

  /**
   * Makes a new secret; the old one ends at once.
   *
   * @throws ProblemException NOT_FOUND if its secret is not of our making
   */
  @Transactional
  public Made renewSecret(UUID id, Actor actor) {
    Connector connector = own(id, actor);
    if (kinds.of(connector.source()).secret() != Secret.OURS) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    String secret = Tokens.random();
    sql.update("update connector set secret = ? where id = ?", connectors.toKeep(secret), id);
    audit.record(
        connector.institutionId(), actor, "connector.secret-renewed", "connector", id, null);
    return new Made(id, secret);
  }

  /** Notes who tried a connector out, and whether it worked. */
  @Transactional
  public void tested(Connector connector, boolean good, Actor actor) {
    audit.record(
        connector.institutionId(),
        actor,
        "connector.tested",
        "connector",
        connector.id(),
        good ? "good" : "bad");
  }

  /** The connector, for whoever may look after it. */
  public Connector own(UUID id, Actor actor) {
    Connector connector = connectors.get(id);
    require(actor, connector.institutionId());
    return connector;
  }

  private void require(Actor actor, UUID institutionId) {
    rights.require(actor, Permission.ADMINISTRATE, Place.institution(institutionId));
  }

  private static Map<String, String> checked(ConnectorKind kind, Typed typed, boolean fresh) {
    List<FieldFault> faults = new ArrayList<>();
    String name = PlainText.line(typed.name());
    if (name.isEmpty() || name.length() > NAME) {
      faults.add(FieldFault.of("name", "passback.connector.fault.name", NAME));
    }
    Map<String, String> settings = new TreeMap<>();
    for (Field field : kind.fields()) {
      String text = text(field, typed.settings().get(field.name()));
      if (text.isEmpty()) {
        if (field.required()) {
          faults.add(FieldFault.of(field.name(), "passback.connector.fault.missing"));
        }
      } else if (text.length() > field.length()) {
        faults.add(FieldFault.of(field.name(), "passback.connector.fault.long", field.length()));
      } else if (field.type() == Field.Type.URL && !WebAddress.fits(text, field.length())) {
        faults.add(FieldFault.of(field.name(), "passback.connector.fault.url"));
      } else {
        settings.put(field.name(), text);
      }
    }
    String secret = PlainText.optionalLine(typed.secret());
    if (kind.secret() == Secret.THEIRS
        && ((fresh && secret.isEmpty()) || secret.length() > SECRET)) {
      faults.add(FieldFault.of("secret", "passback.connector.fault.secret"));
    }
    if (faults.isEmpty()) {
      faults.addAll(kind.faults(settings));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    return settings;
  }

  private static String text(Field field, @Nullable String typed) {
    if (typed == null) {
      return "";
    }
    return field.type() == Field.Type.LINES ? PlainText.paragraphs(typed) : PlainText.line(typed);
  }
}
