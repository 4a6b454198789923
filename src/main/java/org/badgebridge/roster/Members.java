package org.badgebridge.roster;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.badgebridge.external.ExternalNonsense;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.platform.NextPage;
import org.badgebridge.platform.PlatformServices;
import org.badgebridge.platform.ServiceAnswer;
import org.badgebridge.platform.ServiceCall;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a course from the platform (NRPS 2.0 §2), page by page. Tolerates what
 * platforms do: lost filters, loops, the same user twice, members without an id. A page that fails
 * fails the whole reading, because half a roster is a wrong one.
 */
@ApplicationScoped
public class Members {

  /** The scope that a reading needs. */
  public static final String SCOPE =
      "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

  static final String MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

  private static final System.Logger LOG = System.getLogger(Members.class.getName());
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY, true);
  private static final int MOST_PAGES = 2000;
  private static final int MOST_MEMBERS = 100_000;

  private final BiFunction<UUID, ServiceCall, ServiceAnswer> services;

  @Inject
  public Members(PlatformServices services) {
    this(services::call);
  }

  /** Reads through something that stands in for the platforms' services. */
  public Members(BiFunction<UUID, ServiceCall, ServiceAnswer> services) {
    this.services = services;
  }

  /**
   * Reads the members. Never within a transaction.
   *
   * @param membershipsUrl as a launch gave it
   * @param rlid one of our own resource links of this course, to get only those for whom it is open
   *     (where the platform applies restrictions), or null
   * @param role a context role to filter by, or null; a platform may ignore it
   * @return every user once
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses, or its links lead
   *     elsewhere
   * @throws ExternalUnavailable if it may work later, also when the answer is no roster
   */
  public List<Member> read(
      UUID platformId, String membershipsUrl, @Nullable String rlid, @Nullable String role) {
    MembershipsAddress address = new MembershipsAddress(rlid, role);
    Map<String, ListedMember> members = new LinkedHashMap<>();
    Set<URI> visited = new HashSet<>();
    URI page = address.first(membershipsUrl);
    while (visited.add(page)) {
      if (visited.size() > MOST_PAGES || members.size() > MOST_MEMBERS) {
        throw new ExternalUnavailable("the roster does not end", null, null);
      }
      ServiceAnswer answer =
          services.apply(platformId, new ServiceCall("GET", page, SCOPE, MEDIA_TYPE, null, null));
      collect(answer.body(), members);
      Optional<URI> next = NextPage.after(page, answer);
      if (next.isEmpty()) {
        return members.values().stream().map(ListedMember::member).toList();
      }
      page = address.filtered(next.get());
    }
    LOG.log(WARNING, "the pages of a roster of platform {0} lead in a circle", platformId);
    return members.values().stream().map(ListedMember::member).toList();
  }

  private static void collect(String body, Map<String, ListedMember> members) {
    JsonNode listed;
    try {
      listed = JSON.readTree(body).path("members");
    } catch (JsonProcessingException e) {
      throw new ExternalNonsense("the roster is no JSON", e);
    }
    if (!listed.isArray()) {
      throw new ExternalNonsense("the answer is no roster", null);
    }
    for (JsonNode each : listed) {
      ListedMember member = read(each);
      if (member != null) {
        members.merge(member.sub(), member, ListedMember::and);
      }
    }
  }

  private static @Nullable ListedMember read(JsonNode node) {
    try {
      return ListedMember.of(
          JSON.treeToValue(node, org.tsugi.nrps.objects.Member.class),
          node.path("ext_user_username").textValue());
    } catch (JsonProcessingException e) {
      LOG.log(WARNING, "a member of a roster cannot be read and is left out");
      return null;
    }
  }
}
