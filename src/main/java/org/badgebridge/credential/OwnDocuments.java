package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;

/**
 * What verifiers ask us for, read where it lies: a badge, the keys of its issuer, its status list.
 * To the verifier in this house everything is as it is to those outside.
 */
@ApplicationScoped
public class OwnDocuments {

  private static final String ID = "([0-9a-f-]{36})";
  private static final Pattern BADGE = Pattern.compile("/assertions/" + ID + "(\\.[a-z]{3,4})?");
  private static final Pattern KEYS = Pattern.compile("/issuers/" + ID + "/did\\.json");
  private static final Pattern LIST = Pattern.compile("/status/" + ID);

  private final Credentials credentials;
  private final SignToken tokens;
  private final Issuers issuers;
  private final DidDocuments dids;
  private final StatusListDocuments lists;

  @Inject
  OwnDocuments(
      Credentials credentials,
      SignToken tokens,
      Issuers issuers,
      DidDocuments dids,
      StatusListDocuments lists) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.issuers = issuers;
    this.dids = dids;
    this.lists = lists;
  }

  /** The text at a path of ours; empty if nothing that verifiers ask for is there for everybody. */
  public Optional<String> at(String path) {
    try {
      Matcher badge = BADGE.matcher(path);
      if (badge.matches()) {
        Credential credential = credentials.inPublic(UUID.fromString(badge.group(1)));
        // who shows a part of it does not give out the document, which states all
        return IssuedBadge.read(credential).isWhole(credential.disclosure())
            ? Optional.of(
                ".jwt".equals(badge.group(2)) ? tokens.sign(credential) : credential.document())
            : Optional.empty();
      }
      Matcher keys = KEYS.matcher(path);
      if (keys.matches()) {
        UUID issuer = issuers.get(UUID.fromString(keys.group(1))).id();
        return Optional.of(dids.issuer(issuer).toString());
      }
      Matcher list = LIST.matcher(path);
      return list.matches()
          ? lists.current(UUID.fromString(list.group(1))).map(StatusListDocuments.Version::document)
          : Optional.empty();
    } catch (ProblemException | IllegalArgumentException e) {
      return Optional.empty(); // not found, or no id
    }
  }
}
