package org.badgebridge.platform;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.external.Answer;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.jspecify.annotations.Nullable;

/** Fetches one key set for Nimbus through our guarded way out, and notes how long it is fresh. */
public final class KeyRetriever implements ResourceRetriever {

  static final int MAX_BYTES = 100 * 1024;
  static final Duration WITHIN = Duration.ofSeconds(5);

  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})");

  private final Outbound outbound;
  private volatile Duration fresh = SHORTEST;
  private volatile @Nullable String failure;

  /** A retriever of one address, so that what it notes is about that address. */
  public KeyRetriever(Outbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      Answer answer =
          outbound
              .send(
                  Call.get(URI.create(url.toString()), "application/json, application/jwk-set+json")
                      .limitedTo(MAX_BYTES, WITHIN))
              .orThrow(url.toString());
      fresh = freshness(answer.header("Cache-Control"));
      failure = null;
      return new Resource(answer.text(), answer.header("Content-Type"));
    } catch (ExternalRefusal | ExternalUnavailable e) {
      fresh = SHORTEST;
      failure = e.getMessage();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** How long what was fetched last may be used; short after a failure. */
  Duration fresh() {
    return fresh;
  }

  /** Why the last fetch failed, or null if it did not. */
  @Nullable String failure() {
    return failure;
  }

  /** RFC 9111 §5.2.2.1, within our own bounds. */
  static Duration freshness(@Nullable String cacheControl) {
    if (cacheControl == null) {
      return USUAL;
    }
    if (cacheControl.contains("no-store") || cacheControl.contains("no-cache")) {
      return SHORTEST;
    }
    Matcher found = MAX_AGE.matcher(cacheControl);
    if (!found.find()) {
      return USUAL;
    }
    Duration wish = Duration.ofSeconds(Long.parseLong(found.group(1)));
    Duration capped = wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    return capped.compareTo(SHORTEST) < 0 ? SHORTEST : capped;
  }
}
