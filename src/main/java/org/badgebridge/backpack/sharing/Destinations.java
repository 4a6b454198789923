package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.credential.Addresses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.IssuerGroup;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.jspecify.annotations.Nullable;

/** Where a public badge can be taken, as the other sites want to be asked. */
@ApplicationScoped
public class Destinations {

  private final Addresses addresses;
  private final Issuers issuers;
  private final IssuerGroups groups;
  private final Institutions institutions;

  @Inject
  public Destinations(
      Addresses addresses, Issuers issuers, IssuerGroups groups, Institutions institutions) {
    this.addresses = addresses;
    this.issuers = issuers;
    this.groups = groups;
    this.institutions = institutions;
  }

  /** "Add to profile" of LinkedIn: the badge among the owner's licences and certificates. */
  public String linkedinProfile(Credential credential, IssuedBadge badge) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("startTask", "CERTIFICATION_NAME");
    said.put("name", badge.name());
    String organisation = linkedinId(issuers.get(credential.issuerId()));
    if (organisation == null) {
      said.put("organizationName", badge.issuer());
    } else {
      said.put("organizationId", organisation);
    }
    put(said, "issue", credential.issuedAt());
    if (badge.validUntil() != null) {
      put(said, "expiration", badge.validUntil());
    }
    said.put("certUrl", addresses.credential(credential.id()));
    said.put("certId", credential.id().toString());
    return address("https://www.linkedin.com/profile/add", said);
  }

  /** The others, in the order in which they are offered. */
  public List<Destination> others(Credential credential, IssuedBadge badge, Page page) {
    String url = addresses.credential(credential.id());
    String text = page.t("backpack.share.words", badge.name(), badge.issuer());
    return List.of(
        new Destination(
            page.t("backpack.share.linkedin-post"),
            address("https://www.linkedin.com/sharing/share-offsite/", Map.of("url", url))),
        new Destination(
            page.t("backpack.share.mail"),
            address("mailto:", ordered("subject", text, "body", text + "\r\n" + url))),
        new Destination("WhatsApp", address("https://wa.me/", Map.of("text", text + " " + url))),
        new Destination(
            "X", address("https://twitter.com/intent/tweet", ordered("url", url, "text", text))),
        new Destination(
            "Facebook", address("https://www.facebook.com/sharer/sharer.php", Map.of("u", url))),
        new Destination(
            "Pinterest",
            address(
                "https://www.pinterest.com/pin/create/button/",
                ordered("url", url, "media", url + "/card.png", "description", text))));
  }

  /** The id of the issuer's page there: the group's, else the institution's. */
  private @Nullable String linkedinId(Issuer issuer) {
    UUID group = issuer.groupId();
    String own =
        group == null
            ? null
            : groups
                .find(group)
                .map(IssuerGroup::settings)
                .map(all -> all.linkedinId())
                .orElse(null);
    return own == null ? institutions.get(issuer.institutionId()).identifiers().linkedinId() : own;
  }

  /** Months begin with 1 there, and have no zero in front. */
  private static void put(Map<String, String> said, String prefix, Instant moment) {
    ZonedDateTime day = moment.atZone(ZoneOffset.UTC);
    said.put(prefix + "Year", Integer.toString(day.getYear()));
    said.put(prefix + "Month", Integer.toString(day.getMonthValue()));
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** Mail programs take a plus sign for one: spaces are written out (RFC 6068 §2). */
  private static String address(String base, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            each ->
                each.getKey()
                    + "="
                    + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
        .collect(Collectors.joining("&", base + "?", ""));
  }
}
