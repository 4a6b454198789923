package org.badgebridge.passback.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.oauth.OAuth;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.Connectors;
import org.badgebridge.passback.outcomes.PoxAnswer.Major;
import org.badgebridge.passback.outcomes.PoxRequest.Operation;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Answers one message, whatever it is: first who sends it, then what it says. What is wrong is told
 * to the sender and noted for those who look after the connector.
 */
@ApplicationScoped
class AnswerOutcome {

  private final Connectors connectors;
  private final SourcedIds sourcedIds;
  private final TakeOutcome takeOutcome;
  private final ConnectorFaults faults;
  private final Words words;
  private final PublicOrigin origin;
  private final Clock clock;

  @Inject
  AnswerOutcome(
      Connectors connectors,
      SourcedIds sourcedIds,
      TakeOutcome takeOutcome,
      ConnectorFaults faults,
      Words words,
      PublicOrigin origin,
      Clock clock) {
    this.connectors = connectors;
    this.sourcedIds = sourcedIds;
    this.takeOutcome = takeOutcome;
    this.faults = faults;
    this.words = words;
    this.origin = origin;
    this.clock = clock;
  }

  /** What surrounds a body. */
  record Envelope(@Nullable String authorization, @Nullable String query) {}

  /**
   * The answer to a message of Basic Outcomes.
   *
   * @param body null if it cannot be one, for its size or kind
   */
  PoxAnswer answer(UUID connectorId, Envelope envelope, byte @Nullable [] body) {
    PoxRequest request = null;
    try {
      Connector connector = active(connectorId);
      if (body == null) {
        throw new OutcomeRefused("media", "-");
      }
      SignedMessage signed =
          signed(connector, OutcomesKind.address(origin, connector), envelope, List.of(), body);
      request = PoxReader.read(body);
      return done(connector, signed, request);
    } catch (OutcomeRefused refused) {
      String said = refused(connectorId, refused);
      return request == null
          ? new PoxAnswer(Major.FAILURE, said, "", "", null)
          : new PoxAnswer(Major.FAILURE, said, request.messageId(), request.operation(), null);
    }
  }

  /**
   * Seals a {@code sourcedId} for whom and what a signed form names.
   *
   * @throws OutcomeRefused if the form is not signed as it should be, or names nobody
   */
  String seal(UUID connectorId, Envelope envelope, List<OAuth.Parameter> form) {
    Connector connector = active(connectorId);
    SignedMessage signed =
        signed(connector, OutcomesKind.sealingAddress(origin, connector), envelope, form, null);
    Map<String, String> fields = new HashMap<>();
    form.forEach(each -> fields.put(each.getKey(), each.getValue()));
    Sourced sourced = SourcedIds.asked(fields);
    takeOutcome.use(connector, signed);
    return sourcedIds.seal(connector, sourced);
  }

  /** Notes it, and gives the words for the sender. */
  String refused(UUID connectorId, OutcomeRefused refused) {
    if (connectors.find(connectorId).isPresent()) {
      faults.note(connectorId, refused.code(), refused.detail());
    }
    return words.text(Locale.ENGLISH, "passback.fault." + refused.code());
  }

  private PoxAnswer done(Connector connector, SignedMessage signed, PoxRequest request) {
    Operation operation = request.known();
    if (operation == null) {
      takeOutcome.use(connector, signed);
      return new PoxAnswer(
          Major.UNSUPPORTED, request.operation(), request.messageId(), request.operation(), null);
    }
    Sourced sourced = sourcedIds.open(connector, request.sourcedId());
    Double score = null;
    switch (operation) {
      case REPLACE -> takeOutcome.set(connector, signed, sourced, request.value());
      case DELETE -> takeOutcome.set(connector, signed, sourced, null);
      case READ -> score = takeOutcome.read(connector, signed, sourced).orElse(null);
    }
    return new PoxAnswer(
        Major.SUCCESS, operation.wire(), request.messageId(), request.operation(), score);
  }

  private SignedMessage signed(
      Connector connector,
      String url,
      Envelope envelope,
      List<OAuth.Parameter> form,
      byte @Nullable [] body) {
    String secret = connectors.secret(connector.id()).orElseThrow();
    return SignedMessage.check(
        new SignedMessage.Arrived(url, envelope.authorization(), envelope.query(), form, body),
        connector.id(),
        secret,
        clock.instant());
  }

  private Connector active(UUID connectorId) {
    return connectors
        .active(connectorId, OutcomesKind.SOURCE)
        .orElseThrow(() -> new OutcomeRefused("signature", "-"));
  }
}
