package org.badgebridge.credential.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;

/** What verifiers of Open Badges 2.0 ask us for, read where it lies. */
@ApplicationScoped
public class HostedDocuments {

  private static final Pattern PATH =
      Pattern.compile(
          HostedAddresses.ROOT
              + "/(assertions|badges|issuers)/([0-9a-f-]{36})"
              + "(?:/versions/([0-9]{1,6})|\\.[a-z]{3,4})?");

  private final Credentials credentials;
  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final HostedAssertions assertions;
  private final HostedBadgeClasses documents;

  @Inject
  public HostedDocuments(
      Credentials credentials,
      BadgeClasses badgeClasses,
      Issuers issuers,
      HostedAssertions assertions,
      HostedBadgeClasses documents) {
    this.credentials = credentials;
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.assertions = assertions;
    this.documents = documents;
  }

  /**
   * A document.
   *
   * @param gone whether it is what is left of a revoked badge (410)
   */
  public record Hosted(JsonObject document, boolean gone) {}

  /** The document at a path of ours; empty if nothing is there for everybody. */
  public Optional<Hosted> at(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(parts.group(2));
      return switch (parts.group(1)) {
        case "assertions" -> Optional.of(assertion(credentials.inPublic(id)));
        case "issuers" -> Optional.of(new Hosted(documents.issuer(issuers.get(id)), false));
        default -> badgeClasses.find(id).filter(BadgeClass::isPublic).map(each -> of(each, parts));
      };
    } catch (ProblemException | IllegalArgumentException e) {
      return Optional.empty(); // not found, or no id
    }
  }

  private Hosted assertion(Credential credential) {
    return credential.revokedAt() == null
        ? new Hosted(assertions.assertion(credential), false)
        : new Hosted(assertions.revoked(credential), true);
  }

  private Hosted of(BadgeClass badgeClass, Matcher parts) {
    String number = parts.group(3);
    BadgeVersion version =
        number == null
            ? badgeClass.version()
            : badgeClasses.version(badgeClass, Integer.parseInt(number));
    return new Hosted(
        number == null ? documents.newest(version) : documents.version(version), false);
  }
}
