package org.badgebridge.credential.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.credential.AwardedVersion;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.baking.BakedPng;
import org.badgebridge.credential.baking.BakedSvg;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.web.Words;

/** Earned badges as Open Badges 2.0 assertions, and those baked into pictures. */
@ApplicationScoped
public class HostedAssertions {

  private static final JsonProvider JSON = JsonProvider.provider();
  static final String CONTEXT = "https://w3id.org/openbadges/v2";

  /** Width and height of a baked picture. */
  private static final int PIXELS = 600;

  private final AwardedVersion awarded;
  private final HostedAddresses addresses;
  private final Words words;

  @Inject
  public HostedAssertions(AwardedVersion awarded, HostedAddresses addresses, Words words) {
    this.awarded = awarded;
    this.addresses = addresses;
    this.words = words;
  }

  /**
   * The assertion, with what the owner shows: it is not signed, so something can be left out. It
   * names the earner by the opaque id of their other badges, never by a hashed e-mail address:
   * whoever has a class list could try it.
   */
  public JsonObject assertion(Credential credential) {
    IssuedBadge badge = IssuedBadge.read(credential).only(credential.disclosure());
    String id = addresses.assertion(credential.id());
    JsonObjectBuilder assertion =
        begun(credential)
            .add("recipient", recipient(credential))
            .add("badge", addresses.badgeClass(awarded.of(credential)))
            .add("verification", JSON.createObjectBuilder().add("type", "hosted"))
            .add("issuedOn", credential.issuedAt().toString())
            .add("image", id + ".png");
    if (badge.validUntil() != null) {
      assertion.add("expires", badge.validUntil().toString());
    }
    if (!badge.narrative().isEmpty()) {
      assertion.add("narrative", badge.narrative());
    }
    if (badge.evidence() != null) {
      assertion.add("evidence", JSON.createArrayBuilder().add(evidence(badge.evidence())));
    }
    return assertion.build();
  }

  /** What is left of a revoked one (Open Badges 2.0, hosted verification): when and why is not. */
  public JsonObject revoked(Credential credential) {
    String language = IssuedBadge.read(credential).language();
    return begun(credential)
        .add("revoked", true)
        .add("revocationReason", words.text(Words.choose(language), "credential.revoked-by-issuer"))
        .build();
  }

  /** The picture with the assertion in it. */
  public byte[] png(Credential credential) {
    BadgeVersion version = awarded.of(credential);
    return BakedPng.bake(
        awarded.png(version, PIXELS), Baking.OPEN_BADGES_2, assertion(credential).toString());
  }

  /** The drawing with the assertion in it. */
  public String svg(Credential credential) {
    return BakedSvg.bakeHosted(
        awarded.svg(awarded.of(credential)),
        addresses.assertion(credential.id()),
        assertion(credential).toString());
  }

  private JsonObjectBuilder begun(Credential credential) {
    return JSON.createObjectBuilder()
        .add("@context", CONTEXT)
        .add("id", addresses.assertion(credential.id()))
        .add("type", "Assertion");
  }

  private static JsonObjectBuilder recipient(Credential credential) {
    return JSON.createObjectBuilder()
        .add("type", "id")
        .add("hashed", false)
        .add("identity", "urn:uuid:" + credential.personId());
  }

  private static JsonObjectBuilder evidence(IssuedBadge.Evidence evidence) {
    JsonObjectBuilder one = JSON.createObjectBuilder();
    add(one, "id", evidence.url());
    add(one, "name", evidence.name());
    add(one, "description", evidence.description());
    return one;
  }

  private static void add(JsonObjectBuilder object, String name, String value) {
    if (!value.isEmpty()) {
      object.add(name, value);
    }
  }
}
