package org.badgebridge.passback.gradebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.platform.NextPage;
import org.badgebridge.platform.PlatformServices;
import org.badgebridge.platform.ServiceAnswer;
import org.badgebridge.platform.ServiceCall;
import org.jspecify.annotations.Nullable;

/**
 * The Assignment and Grade Services 2.0 of a platform, with the care that real ones need: exact
 * media types, paths put before the query, no limit on results (Moodle 4.5 fails on it), and
 * answers that are only almost right.
 */
@ApplicationScoped
class AgsGradebook implements Gradebook {

  private static final int MOST_PAGES = 1000;

  private final BiFunction<UUID, ServiceCall, ServiceAnswer> services;

  @Inject
  AgsGradebook(PlatformServices services) {
    this(services::call);
  }

  AgsGradebook(BiFunction<UUID, ServiceCall, ServiceAnswer> services) {
    this.services = services;
  }

  @Override
  public List<LineItem> lineItems(UUID platformId, String lineitemsUrl, Set<String> granted) {
    return pages(
        platformId,
        uri(lineitemsUrl),
        AgsScopes.reading(granted),
        org.tsugi.ags2.objects.LineItem.MIME_TYPE_CONTAINER,
        AgsJson::lineItem);
  }

  @Override
  public LineItem lineItem(UUID platformId, String url, Set<String> granted) {
    return whole(AgsJson.lineItem(read(platformId, uri(url), AgsScopes.reading(granted))));
  }

  @Override
  public LineItem create(
      UUID platformId,
      String lineitemsUrl,
      String label,
      double maximum,
      @Nullable String resourceId,
      @Nullable String tag) {
    String body = AgsJson.newLineItem(label, maximum, resourceId, tag);
    return whole(AgsJson.lineItem(write(platformId, "POST", uri(lineitemsUrl), body)));
  }

  /** AGS 2.0 §3.2.7: a PUT replaces the line item, so what it does not name is lost. */
  @Override
  public LineItem rename(UUID platformId, String url, String label) {
    ObjectNode present = read(platformId, uri(url), AgsScopes.LINE_ITEM);
    present.put("label", label);
    write(platformId, "PUT", uri(url), present.toString());
    return whole(AgsJson.lineItem(present));
  }

  @Override
  public void delete(UUID platformId, String url) {
    call(platformId, new ServiceCall("DELETE", uri(url), AgsScopes.LINE_ITEM, null, null, null));
  }

  @Override
  public List<Result> results(UUID platformId, String lineItemUrl) {
    return pages(
        platformId,
        below(lineItemUrl, "/results"),
        AgsScopes.RESULT_READ_ONLY,
        org.tsugi.ags2.objects.Result.MIME_TYPE_CONTAINER,
        AgsJson::result);
  }

  @Override
  public Publication publish(UUID platformId, String lineItemUrl, Score score) {
    return post(platformId, lineItemUrl, AgsJson.score(score));
  }

  @Override
  public Publication clear(UUID platformId, String lineItemUrl, String userId, Instant at) {
    return post(platformId, lineItemUrl, AgsJson.noScore(userId, at));
  }

  /** What platforms answer is in each line; a second try would end the same way. */
  private Publication post(UUID platformId, String lineItemUrl, String body) {
    try {
      call(
          platformId,
          new ServiceCall(
              "POST",
              below(lineItemUrl, "/scores"),
              AgsScopes.SCORE,
              null,
              org.tsugi.ags2.objects.Score.MIME_TYPE,
              body));
      return Publication.TAKEN;
    } catch (ExternalRefusal e) {
      return switch (e.status()) {
        case 409 -> Publication.OUTDATED; // Moodle: the stored one is as new, in whole seconds
        case 400 -> Publication.NOT_GRADABLE; // Moodle: no role with grades in this course
        case 422 -> Publication.NOT_GRADABLE; // Canvas and Brightspace: no student
        default -> throw e;
      };
    }
  }

  private ObjectNode read(UUID platformId, URI uri, String scope) {
    String type = org.tsugi.ags2.objects.LineItem.MIME_TYPE;
    ServiceCall call = new ServiceCall("GET", uri, scope, type, null, null);
    return AgsJson.object(services.apply(platformId, call).body());
  }

  private ObjectNode write(UUID platformId, String method, URI uri, String body) {
    String type = org.tsugi.ags2.objects.LineItem.MIME_TYPE;
    ServiceCall call = new ServiceCall(method, uri, AgsScopes.LINE_ITEM, type, type, body);
    String answer = services.apply(platformId, call).body();
    return AgsJson.object(answer.isBlank() ? body : answer);
  }

  private <T> List<T> pages(
      UUID platformId,
      URI first,
      String scope,
      String type,
      Function<JsonNode, @Nullable T> reader) {
    List<T> found = new ArrayList<>();
    Set<URI> visited = new HashSet<>();
    Optional<URI> page = Optional.of(first);
    while (page.isPresent() && visited.add(page.get())) {
      if (visited.size() > MOST_PAGES) {
        throw new ExternalUnavailable("the list does not end", null, null);
      }
      ServiceAnswer answer =
          services.apply(platformId, new ServiceCall("GET", page.get(), scope, type, null, null));
      for (JsonNode each : AgsJson.array(answer.body())) {
        T read = reader.apply(each);
        if (read != null) {
          found.add(read);
        }
      }
      page = NextPage.after(page.get(), answer);
    }
    return found;
  }

  private ServiceAnswer call(UUID platformId, ServiceCall call) {
    return services.apply(platformId, call);
  }

  private static LineItem whole(@Nullable LineItem item) {
    if (item == null) {
      throw new ExternalUnavailable("the answer is no line item", null, null);
    }
    return Objects.requireNonNull(item);
  }

  /** AGS 2.0 §3.3: the path is added to the line item's own, before a query. */
  static URI below(String lineItemUrl, String path) {
    int query = lineItemUrl.indexOf('?');
    String base = query < 0 ? lineItemUrl : lineItemUrl.substring(0, query);
    String rest = query < 0 ? "" : lineItemUrl.substring(query);
    return uri((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + rest);
  }

  private static URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new ExternalRefusal("the address in the gradebook cannot be read", 0, e);
    }
  }
}
