package org.badgebridge.verification;

import com.apicatalog.multibase.Multibase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.badgebridge.credential.Canonical;
import org.badgebridge.credential.Contexts;
import org.badgebridge.credential.DataIntegrityProof;

/** Somebody else who issues badges, with keys of their own. */
public final class StrangeIssuer {

  public static final String HOST = "https://school.example";
  public static final String DID = "did:web:school.example:issuers:7";
  public static final String DID_ADDRESS = HOST + "/issuers/7/did.json";

  final KeyPair pair;
  final RSAKey rsa;
  final ECKey ec;
  private final DataIntegrityProof hashing =
      new DataIntegrityProof(new Canonical(Contexts.bundled()));

  public StrangeIssuer() {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
      ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The 32 bytes of the public key. */
  private byte[] raw() {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  public String multibase() {
    byte[] multikey = new byte[34];
    multikey[0] = (byte) 0xed;
    multikey[1] = 1;
    System.arraycopy(raw(), 0, multikey, 2, 32);
    return Multibase.BASE_58_BTC.encode(multikey);
  }

  JsonObject edJwk() {
    String x = Base64.getUrlEncoder().withoutPadding().encodeToString(raw());
    return Json.createObjectBuilder().add("kty", "OKP").add("crv", "Ed25519").add("x", x).build();
  }

  /** Its keys under an id. */
  public JsonObject document(String id) {
    JsonArrayBuilder methods = Json.createArrayBuilder();
    JsonArrayBuilder names = Json.createArrayBuilder();
    methods.add(
        method(id, multibase()).add("type", "Multikey").add("publicKeyMultibase", multibase()));
    methods.add(method(id, "rsa").add("publicKeyJwk", json(rsa.toPublicJWK().toJSONString())));
    methods.add(method(id, "ec").add("publicKeyJwk", json(ec.toPublicJWK().toJSONString())));
    methods.add(method(id, "ed").add("publicKeyJwk", edJwk()));
    for (String name : new String[] {multibase(), "rsa", "ec", "ed"}) {
      names.add(id + "#" + name);
    }
    return Json.createObjectBuilder()
        .add("id", id)
        .add("verificationMethod", methods)
        .add("assertionMethod", names)
        .build();
  }

  private static JsonObjectBuilder method(String id, String name) {
    return Json.createObjectBuilder()
        .add("id", id + "#" + name)
        .add("type", "JsonWebKey")
        .add("controller", id);
  }

  /** A badge without a proof. */
  public static JsonObjectBuilder badge(String issuer) {
    return Json.createObjectBuilder()
        .add("@context", Json.createArrayBuilder(Contexts.OF_BADGES))
        .add("id", HOST + "/badges/1")
        .add("type", types("VerifiableCredential", "OpenBadgeCredential"))
        .add("name", "Welding")
        .add("validFrom", "2026-01-01T00:00:00Z")
        .add(
            "issuer",
            Json.createObjectBuilder()
                .add("id", issuer)
                .add("type", types("Profile"))
                .add("name", "School of Examples"))
        .add(
            "credentialSubject",
            Json.createObjectBuilder()
                .add("id", "urn:uuid:0b3f6f0e-5a0e-4f0c-9a6f-5f3a5b7f9c11")
                .add("type", types("AchievementSubject"))
                .add(
                    "achievement",
                    Json.createObjectBuilder()
                        .add("id", HOST + "/achievements/1")
                        .add("type", types("Achievement"))
                        .add("name", "Welding")
                        .add("description", "Welds well.")
                        .add("criteria", Json.createObjectBuilder().add("narrative", "Weld."))));
  }

  /** An endorsement without a proof. */
  public static JsonObjectBuilder endorsement(String issuer, String about) {
    return Json.createObjectBuilder()
        .add("@context", Json.createArrayBuilder(Contexts.OF_BADGES))
        .add("id", "urn:uuid:6c1d3a2e-6a1b-4d19-8a4c-3f1b2c000001")
        .add("type", types("VerifiableCredential", "EndorsementCredential"))
        .add("name", "Endorsed by the council")
        .add("validFrom", "2026-01-01T00:00:00Z")
        .add(
            "issuer",
            Json.createObjectBuilder()
                .add("id", issuer)
                .add("type", types("Profile"))
                .add("name", "Council of Examples"))
        .add(
            "credentialSubject",
            Json.createObjectBuilder()
                .add("id", about)
                .add("type", types("EndorsementSubject"))
                .add("endorsementComment", "We trust this."));
  }

  public static JsonArrayBuilder types(String... types) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (String type : types) {
      array.add(type);
    }
    return array;
  }

  /** Signs with the key of that name. */
  public JsonObject sign(JsonObject document, String method) {
    return sign(document, method, "assertionMethod");
  }

  JsonObject sign(JsonObject document, String method, String purpose) {
    JsonObject options =
        Json.createObjectBuilder()
            .add("type", DataIntegrityProof.TYPE)
            .add("cryptosuite", DataIntegrityProof.SUITE)
            .add("created", "2026-01-01T00:00:00Z")
            .add("verificationMethod", method)
            .add("proofPurpose", purpose)
            .build();
    String value = Multibase.BASE_58_BTC.encode(signature(hashing.hash(document, options)));
    JsonObject proof = Json.createObjectBuilder(options).add("proofValue", value).build();
    return Json.createObjectBuilder(document).add("proof", proof).build();
  }

  byte[] signature(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of a token for a badge without an end. */
  static JsonObjectBuilder claims(JsonObject badge) {
    return Json.createObjectBuilder(badge)
        .add("iss", badge.getJsonObject("issuer").getString("id"))
        .add("sub", badge.getJsonObject("credentialSubject").getString("id"))
        .add("jti", badge.getString("id"))
        .add("nbf", Instant.parse(badge.getString("validFrom")).getEpochSecond());
  }

  /** A token by RS256. */
  String token(JWSHeader header, JsonObject claims) {
    JWSObject token = new JWSObject(header, new Payload(claims.toString()));
    try {
      token.sign(
          header.getAlgorithm().equals(JWSAlgorithm.ES256)
              ? new ECDSASigner(ec)
              : new RSASSASigner(rsa));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** A token by EdDSA, or with any header and signature. */
  String edToken(JsonObject header, JsonObject claims) {
    String signed = base64(header.toString()) + "." + base64(claims.toString());
    byte[] signature = signature(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An unsigned status list in which one bit is set. */
  public static JsonObjectBuilder list(
      String address, String issuer, String purpose, int bits, int set) {
    byte[] list = new byte[bits / 8];
    list[set / 8] |= (byte) (0x80 >>> (set % 8));
    return Json.createObjectBuilder()
        .add("@context", Json.createArrayBuilder().add(Contexts.CREDENTIALS))
        .add("id", address)
        .add("type", types("VerifiableCredential", "BitstringStatusListCredential"))
        .add("issuer", issuer)
        .add("validFrom", "2026-01-01T00:00:00Z")
        .add(
            "credentialSubject",
            Json.createObjectBuilder()
                .add("id", address + "#list")
                .add("type", "BitstringStatusList")
                .add("statusPurpose", purpose)
                .add("encodedList", packed(list)));
  }

  static String packed(byte[] bits) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bits);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
  }

  public static JsonObjectBuilder entry(String list, String purpose, int index) {
    return Json.createObjectBuilder()
        .add("id", list + "#" + index)
        .add("type", "BitstringStatusListEntry")
        .add("statusPurpose", purpose)
        .add("statusListIndex", Integer.toString(index))
        .add("statusListCredential", list);
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
