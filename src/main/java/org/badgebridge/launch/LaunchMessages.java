package org.badgebridge.launch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;
import org.tsugi.lti13.objects.Context;
import org.tsugi.lti13.objects.DeepLink;
import org.tsugi.lti13.objects.Endpoint;
import org.tsugi.lti13.objects.LaunchJWT;
import org.tsugi.lti13.objects.ResourceLink;

/**
 * Translates the claims of a verified id_token (LTI Core 1.3 §5.3, Deep Linking 2.0 §3.4) into our
 * words, by way of the Tsugi message model, which ends here.
 *
 * <p>What the specification requires must be there and have its type; what is optional may be
 * missing; what we do not use is not looked at.
 */
final class LaunchMessages {

  static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

  private static final String PRESENTATION = CLAIM + "launch_presentation";
  private static final String SETTINGS =
      "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
  private static final String CUSTOM = CLAIM + "custom";

  /** All that the model may see: other claims cannot break a launch by their shape. */
  private static final Set<String> READ =
      Set.of(
          "name",
          "given_name",
          "family_name",
          "email",
          "locale",
          CLAIM + "resource_link",
          CLAIM + "context",
          "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
          "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
          SETTINGS);

  private static final ObjectMapper MODEL =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private LaunchMessages() {}

  /**
   * The message.
   *
   * @param languages the browser's wishes, for a platform that tells none
   * @throws LaunchRefused if the claims break a rule
   */
  static LaunchMessage read(Map<String, @Nullable Object> claims, @Nullable String languages) {
    // "The value of this Claim MUST be the string 1.3.0" (LTI Core 1.3 §5.3.2)
    if (!"1.3.0".equals(claims.get(CLAIM + "version"))) {
      throw new LaunchRefused(Refusal.VERSION);
    }
    Object wire = claims.get(CLAIM + "message_type");
    MessageType type = wire instanceof String text ? MessageType.of(text) : null;
    if (type == null) {
      throw new LaunchRefused(Refusal.MESSAGE_TYPE);
    }
    // "MUST NOT exceed 255 ASCII characters in length" (§5.3.3)
    String deployment = id(claims.get(CLAIM + "deployment_id"));
    String target = text(claims.get(CLAIM + "target_link_uri"));
    LaunchJWT model = model(claims);
    LaunchSession.Link link = type == MessageType.RESOURCE_LINK ? link(model) : null;
    LaunchSession.DeepLinking picking =
        type == MessageType.DEEP_LINKING ? deepLinking(model.deep_link, claims) : null;
    List<String> roles = roles(claims.get(CLAIM + "roles"));
    Object sub = claims.get("sub");
    if (sub == null || "".equals(sub)) {
      throw new LaunchRefused(Refusal.ANONYMOUS);
    }
    String wish = locale(claims, model);
    return new LaunchMessage(
        type,
        deployment,
        target,
        id(sub),
        profile(model, ClaimText.languageTag(wish), ContextRoles.testUser(roles), claims),
        ContextRoles.of(roles),
        Words.choose(wish, languages),
        context(model.context),
        link,
        custom(claims.get(CUSTOM)),
        ags(model.endpoint),
        model.names_and_roles == null
            ? null
            : ClaimText.url(model.names_and_roles.context_memberships_url),
        picking,
        returnUrl(claims),
        NoticeService.of(claims));
  }

  /** Where a signed token wants its user back, even if the rest of it is wrong; null if unknown. */
  static @Nullable String returnUrl(Map<String, @Nullable Object> claims) {
    return claims.get(PRESENTATION) instanceof Map<?, ?> shown
            && shown.get("return_url") instanceof String url
        ? ClaimText.url(url)
        : null;
  }

  /**
   * What the platform calls the site that launches (§5.4.2), for an administrator; null if unsaid.
   */
  static @Nullable String site(Map<String, @Nullable Object> claims) {
    if (!(claims.get(CLAIM + "tool_platform") instanceof Map<?, ?> said)) {
      return null;
    }
    String site =
        Stream.of("name", "description", "url", "guid")
            .map(said::get)
            .filter(String.class::isInstance)
            .map(each -> ClaimText.line((String) each, 120))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" · "));
    return site.isEmpty() ? null : site;
  }

  /** {@code launch_presentation.locale}; some platforms use the OpenID claim instead. */
  private static @Nullable String locale(Map<String, @Nullable Object> claims, LaunchJWT model) {
    return claims.get(PRESENTATION) instanceof Map<?, ?> shown
            && shown.get("locale") instanceof String locale
        ? locale
        : model.locale;
  }

  private static LaunchJWT model(Map<String, @Nullable Object> claims) {
    Map<String, @Nullable Object> read = new HashMap<>(claims);
    read.keySet().retainAll(READ);
    try {
      return MODEL.convertValue(read, LaunchJWT.class);
    } catch (IllegalArgumentException e) {
      throw new LaunchRefused(Refusal.CLAIMS, e);
    }
  }

  /** "The required id property ... MUST NOT be null or empty" for resource links (§5.3.5). */
  private static LaunchSession.Link link(LaunchJWT model) {
    ResourceLink sent = model.resource_link;
    return new LaunchSession.Link(
        id(sent == null ? null : sent.id), sent == null ? null : ClaimText.line(sent.title, 500));
  }

  /** The context is optional, its {@code id} within it is not (§5.4.1). */
  private static LaunchSession.@Nullable Context context(@Nullable Context sent) {
    return sent == null
        ? null
        : new LaunchSession.Context(
            id(sent.id), ClaimText.line(sent.label, 255), ClaimText.line(sent.title, 500));
  }

  /**
   * {@code deep_link_return_url} and {@code accept_types} are required (Deep Linking 2.0 §3.4.1).
   */
  private static LaunchSession.DeepLinking deepLinking(
      @Nullable DeepLink sent, Map<String, @Nullable Object> claims) {
    String returnUrl = sent == null ? null : ClaimText.url(sent.deep_link_return_url);
    // the model has defaults of its own for what is missing: ask the claim itself
    boolean types =
        claims.get(SETTINGS) instanceof Map<?, ?> said && said.get("accept_types") instanceof List;
    if (sent == null || returnUrl == null || !types) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    return new LaunchSession.DeepLinking(
        returnUrl,
        words(sent.accept_types),
        Boolean.TRUE.equals(sent.accept_multiple),
        Boolean.TRUE.equals(sent.accept_lineitem),
        sent.data,
        ClaimText.line(sent.title, 500),
        ClaimText.line(sent.text, 2_000));
  }

  private static LaunchSession.@Nullable Ags ags(@Nullable Endpoint sent) {
    if (sent == null) {
      return null;
    }
    return new LaunchSession.Ags(
        ClaimText.url(sent.lineitems), ClaimText.url(sent.lineitem), words(sent.scope));
  }

  private static Set<String> words(@Nullable List<@Nullable String> sent) {
    Set<String> words = new HashSet<>();
    for (String each : sent == null ? List.<String>of() : sent) {
      if (each != null) {
        words.add(each);
      }
    }
    return Set.copyOf(words);
  }

  private static LmsUser.Profile profile(
      LaunchJWT model,
      @Nullable String locale,
      boolean testUser,
      Map<String, @Nullable Object> claims) {
    String sourcedId = within(claims.get(CLAIM + "lis"), "person_sourcedid");
    return new LmsUser.Profile(
        model.name,
        model.given_name,
        model.family_name,
        model.email,
        locale,
        testUser,
        sourcedId,
        within(claims.get(CLAIM + "ext"), "user_username"), // Moodle's
        sourcedId);
  }

  /** A text in a claim that is an object; null where it is not there or something else. */
  private static @Nullable String within(@Nullable Object claim, String field) {
    return claim instanceof Map<?, ?> map && map.get(field) instanceof String text ? text : null;
  }

  /** "This Claim ... MUST be an array, which MAY be empty" and of any roles (§5.3.7). */
  private static List<String> roles(@Nullable Object claim) {
    if (!(claim instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    return list.stream().map(String.class::cast).toList();
  }

  /** A variable that the platform does not know comes back as it was sent: left out (§5.4.6.2). */
  private static Map<String, String> custom(@Nullable Object claim) {
    Map<String, String> custom = new HashMap<>();
    if (claim instanceof Map<?, ?> sent) {
      for (Map.Entry<?, ?> each : sent.entrySet()) {
        String value = ClaimText.scalar(each.getValue());
        if (value != null && !ClaimText.unresolved(value) && custom.size() < 200) {
          custom.put(String.valueOf(each.getKey()).toLowerCase(Locale.ROOT), value);
        }
      }
    }
    return Map.copyOf(custom);
  }

  /** An id as LTI has them: at most 255 printable characters. */
  static String id(@Nullable Object claim) {
    String id = text(claim);
    if (id.length() > 255 || !ClaimText.printable(id)) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    return id;
  }

  private static String text(@Nullable Object claim) {
    if (claim instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new LaunchRefused(Refusal.CLAIMS);
  }
}
