package org.badgebridge.verification;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.verification.hosted.HostedBadge;
import org.badgebridge.verification.proof.Proofs;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.web.PlainText;

/**
 * What a badge says of itself, made fit for a page: cleaned, cut, and with a picture only if it is
 * ours or was drawn anew. Nothing of a stranger is loaded by whoever looks at it.
 */
final class ShowBadge {

  private static final int LINE = 300;
  private static final int TEXT = 10_000;

  private static final Pattern DATA =
      Pattern.compile("data:image/(?:png|jpeg|svg\\+xml);base64,([A-Za-z0-9+/=]+)");

  private static final Pattern OWN_PICTURE =
      Pattern.compile("/badges/[0-9a-f-]{36}(/versions/[0-9]{1,6})?/image\\.(png|svg)");

  private static final Pattern OWN_BADGE = Pattern.compile("(?:/ob2)?(/assertions/[0-9a-f-]{36})");

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}");

  private final PublicOrigin origin;

  ShowBadge(PublicOrigin origin) {
    this.origin = origin;
  }

  /** An Open Badges 3.0 credential. */
  ShownBadge of(CredentialJson badge) {
    JsonObject achievement = badge.achievement();
    String issuer = badge.issuerId();
    return new ShownBadge(
        line(achievement, "name"),
        text(achievement, "description"),
        text(Members.object(achievement, "criteria"), "narrative"),
        language(Members.text(achievement, "inLanguage")),
        line(badge.issuer(), "name"),
        cut(PlainText.line(issuer), LINE),
        Proofs.domain(issuer),
        badge.moment(badge.document().containsKey("awardedDate") ? "awardedDate" : "validFrom"),
        badge.moment("validUntil"),
        picture(Members.id(achievement, "image")),
        page(badge.id()));
  }

  /** An Open Badges 2.0 assertion. */
  ShownBadge of(HostedBadge.Documents documents) {
    JsonObject badgeClass = documents.badgeClass();
    JsonObject criteria = Members.object(badgeClass, "criteria");
    String issuer = Members.text(documents.issuer(), "id");
    return new ShownBadge(
        line(badgeClass, "name"),
        text(badgeClass, "description"),
        text(criteria, "narrative"),
        language(Members.text(badgeClass, "@language")),
        line(documents.issuer(), "name"),
        cut(PlainText.line(issuer), LINE),
        Visit.host(issuer),
        Members.moment(documents.assertion(), "issuedOn"),
        Members.moment(documents.assertion(), "expires"),
        picture(Members.id(badgeClass, "image")),
        page(Members.text(documents.assertion(), "id")));
  }

  private static String line(JsonObject object, String name) {
    return cut(PlainText.line(Members.text(object, name)), LINE);
  }

  private static String text(JsonObject object, String name) {
    return cut(PlainText.paragraphs(Members.text(object, name)), TEXT);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }

  private static String language(String tag) {
    return LANGUAGE.matcher(tag).matches() ? tag : "";
  }

  private String picture(String address) {
    String own = path(address);
    if (OWN_PICTURE.matcher(own).matches()) {
      return own;
    }
    Matcher data = DATA.matcher(address);
    return data.matches() ? redrawn(data.group(1)) : "";
  }

  private static String redrawn(String base64) {
    try {
      byte[] png = Artwork.redrawn(Base64.getDecoder().decode(base64)).png();
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    } catch (InvalidFields | IllegalArgumentException e) {
      return ""; // no picture, or one that we do not draw
    }
  }

  private String page(String id) {
    Matcher own = OWN_BADGE.matcher(path(id));
    return own.matches() ? own.group(1) : "";
  }

  /** The path of an address of ours; empty of any other. */
  private String path(String address) {
    try {
      URI uri = new URI(address.length() > LINE ? "" : address);
      boolean ours = origin.authority().equalsIgnoreCase(uri.getRawAuthority());
      return ours && uri.getPath() != null ? uri.getPath() : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
