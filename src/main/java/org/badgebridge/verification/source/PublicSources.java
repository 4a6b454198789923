package org.badgebridge.verification.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.badgebridge.credential.OwnDocuments;
import org.badgebridge.credential.hosted.HostedDocuments;
import org.badgebridge.external.Answer;
import org.badgebridge.external.AnswerTooLarge;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalTooSlow;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;

/**
 * What is ours is read where it lies; everything else is fetched from the public web, with a few
 * redirects, each to a public address, and within bounds.
 */
@ApplicationScoped
public class PublicSources implements Sources {

  /** Bytes of an answer, at most. */
  static final int LARGEST = 1 << 20;

  private static final int REDIRECTS = 3;

  private final PublicOrigin origin;
  private final OwnDocuments own;
  private final HostedDocuments hosted;
  private final Outbound outbound;

  @Inject
  public PublicSources(
      PublicOrigin origin, OwnDocuments own, HostedDocuments hosted, Outbound outbound) {
    this.origin = origin;
    this.own = own;
    this.hosted = hosted;
    this.outbound = outbound;
  }

  @Override
  public Served get(URI address, String accept, Duration within) {
    return isOurs(address) ? ours(address) : fetched(outbound, address, accept, within);
  }

  /** The scheme does not count: a DID (did:web) names none. */
  private boolean isOurs(URI address) {
    return origin.authority().equalsIgnoreCase(address.getRawAuthority());
  }

  private Served ours(URI address) {
    String path = Objects.requireNonNullElse(address.getPath(), "");
    Optional<Served> credential = own.at(path).map(text -> Served.found("application/json", text));
    return credential
        .or(
            () ->
                hosted
                    .at(path)
                    .map(
                        each -> {
                          Served found =
                              Served.found("application/ld+json", each.document().toString());
                          return each.gone() ? new Served(410, found.type(), found.body()) : found;
                        }))
        .orElseGet(() -> new Served(404, "", new byte[0]));
  }

  static Served fetched(Outbound outbound, URI address, String accept, Duration within) {
    String host = Objects.requireNonNullElse(address.getHost(), "");
    Call call = new Call("GET", address, Map.of("Accept", accept), null, LARGEST, within);
    try {
      Answer answer = outbound.follow(call, REDIRECTS);
      String type = Objects.requireNonNullElse(answer.header("Content-Type"), "");
      return new Served(answer.status(), type, answer.body());
    } catch (AnswerTooLarge e) {
      throw new NotServed(NotServed.Reason.TOO_LARGE, host, e);
    } catch (ExternalTooSlow e) {
      throw new NotServed(NotServed.Reason.TOO_SLOW, host, e);
    } catch (ExternalRefusal | ExternalUnavailable e) {
      throw new NotServed(NotServed.Reason.UNREACHABLE, host, e);
    }
  }
}
