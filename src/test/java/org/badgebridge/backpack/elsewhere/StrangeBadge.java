package org.badgebridge.backpack.elsewhere;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.badgebridge.keys.Digests;
import org.badgebridge.verification.FakeWeb;
import org.badgebridge.verification.StrangeIssuer;

/** Badges that somebody else issued, with a web on which their keys and lists are found. */
public final class StrangeBadge {

  static final String LIST = StrangeIssuer.HOST + "/status/1";
  static final String HOSTED = "https://old.example/assertions/1";
  static final String PICTURE = StrangeIssuer.HOST + "/1.svg";
  static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
          + "<path fill=\"#c00\" d=\"M0 0h10v10z\"/></svg>";
  static final String COUNCIL_AT = "https://council.example/.well-known/did.json";
  private static final String COUNCIL = "did:web:council.example";
  private static final String METHOD = StrangeIssuer.DID + "#";
  private static final int FEWEST = 131_072;

  private final StrangeIssuer issuer = new StrangeIssuer();
  final FakeWeb web = new FakeWeb();

  public StrangeBadge() {
    web.serve(StrangeIssuer.DID_ADDRESS, issuer.document(StrangeIssuer.DID));
    web.serve(PICTURE, 200, "image/svg+xml", SVG);
    revoke(0);
  }

  /** Lets the list of revocations say that of one badge. */
  void revoke(int index) {
    JsonObject list =
        StrangeIssuer.list(LIST, StrangeIssuer.DID, "revocation", FEWEST, index).build();
    web.serve(LIST, issuer.sign(list, METHOD + issuer.multibase()));
  }

  /** Signed; nobody is named. */
  String toNobody() {
    return signed(StrangeIssuer.badge(StrangeIssuer.DID).build());
  }

  /** Signed, to the SHA-256 of an address. */
  String to(String email) {
    return signed(hashed(StrangeIssuer.badge(StrangeIssuer.DID).build(), email));
  }

  /** Signed, to an address; with an endorsement that holds and one that was changed. */
  String endorsed(String email) {
    StrangeIssuer council = new StrangeIssuer();
    web.serve(COUNCIL_AT, council.document(COUNCIL));
    JsonObject badge = hashed(StrangeIssuer.badge(StrangeIssuer.DID).build(), email);
    JsonObject said = StrangeIssuer.endorsement(COUNCIL, badge.getString("id")).build();
    JsonObject good = council.sign(said, COUNCIL + "#" + council.multibase());
    JsonObject changed = Json.createObjectBuilder(good).add("name", "Praised by all").build();
    return signed(
        Json.createObjectBuilder(badge)
            .add("endorsement", Json.createArrayBuilder().add(good).add(changed))
            .build());
  }

  /** Signed, about a mailbox. */
  String about(String email) {
    return ofSubject("mailto:" + email);
  }

  /** Signed, about whatever has that id. */
  String ofSubject(String id) {
    JsonObject badge = StrangeIssuer.badge(StrangeIssuer.DID).build();
    return signed(
        Json.createObjectBuilder(badge)
            .add(
                "credentialSubject",
                Json.createObjectBuilder(badge.getJsonObject("credentialSubject")).add("id", id))
            .build());
  }

  /** Signed by a key that is its own issuer, and needs no web; nobody is named. */
  public static String ofAKey() {
    StrangeIssuer somebody = new StrangeIssuer();
    String did = "did:key:" + somebody.multibase();
    JsonObject badge = StrangeIssuer.badge(did).build();
    return somebody.sign(badge, did + "#" + somebody.multibase()).toString();
  }

  /** Signed, with an end, with a place on the list of revocations and a picture. */
  String to(String email, String until, int index) {
    JsonObject badge = hashed(StrangeIssuer.badge(StrangeIssuer.DID).build(), email);
    JsonObject subject = badge.getJsonObject("credentialSubject");
    JsonObjectBuilder achievement =
        Json.createObjectBuilder(subject.getJsonObject("achievement"))
            .add("image", Json.createObjectBuilder().add("id", PICTURE).add("type", "Image"));
    return signed(
        Json.createObjectBuilder(badge)
            .add("validUntil", until)
            .add("credentialStatus", StrangeIssuer.entry(LIST, "revocation", index))
            .add(
                "credentialSubject",
                Json.createObjectBuilder(subject).add("achievement", achievement))
            .build());
  }

  /** Serves an Open Badges 2.0 assertion to an address, in the clear; gives it. */
  String hosted(String email) {
    String context = "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\"";
    String assertion =
        context
            + HOSTED
            + "\",\"type\":\"Assertion\",\"recipient\":{\"type\":\"email\",\"hashed\":false,"
            + "\"identity\":\""
            + email
            + "\"},\"badge\":\"https://old.example/badges/1\","
            + "\"verification\":{\"type\":\"hosted\"},\"issuedOn\":\"2026-01-01T00:00:00Z\"}";
    String badge =
        context
            + "https://old.example/badges/1\",\"type\":\"BadgeClass\",\"name\":\"Knots\","
            + "\"description\":\"Ties knots.\",\"criteria\":{\"narrative\":\"Tie.\"},"
            + "\"image\":\""
            + PICTURE
            + "\",\"issuer\":\"https://old.example/issuer\"}";
    String scouts =
        context
            + "https://old.example/issuer\",\"type\":\"Issuer\",\"name\":\"Scouts\","
            + "\"url\":\"https://old.example\",\"email\":\"a@old.example\"}";
    web.serve(HOSTED, assertion);
    web.serve("https://old.example/badges/1", badge);
    web.serve("https://old.example/issuer", scouts);
    return assertion;
  }

  private static JsonObject hashed(JsonObject badge, String email) {
    byte[] salted = (email + "salt").getBytes(StandardCharsets.UTF_8);
    JsonObjectBuilder identity =
        Json.createObjectBuilder()
            .add("type", "IdentityObject")
            .add("hashed", true)
            .add("identityHash", "sha256$" + HexFormat.of().formatHex(Digests.sha256(salted)))
            .add("identityType", "emailAddress")
            .add("salt", "salt");
    return Json.createObjectBuilder(badge)
        .add(
            "credentialSubject",
            Json.createObjectBuilder(badge.getJsonObject("credentialSubject"))
                .add("identifier", Json.createArrayBuilder().add(identity)))
        .build();
  }

  private String signed(JsonObject badge) {
    return issuer.sign(badge, METHOD + issuer.multibase()).toString();
  }
}
