package org.badgebridge.verification.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.keys.KeyRefused;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.SafeJson;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/** Finds a key by its name, in the document of whoever has it. */
final class Controllers {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String DID_KEY = "did:key:";
  private static final String DID_JWK = "did:jwk:";

  private final Visit visit;

  Controllers(Visit visit) {
    this.visit = visit;
  }

  /** The key of that name; null if there is none, which the findings then tell. */
  static @Nullable Method find(String name, Visit visit, Findings findings) {
    try {
      return new Controllers(visit).method(name);
    } catch (Unreadable fault) {
      findings.failed(Probe.KEY, fault.key(), fault.arguments());
    } catch (NotServed silence) {
      findings.unknown(Probe.KEY, silence.key(), silence.host());
    } catch (Unsupported kind) {
      findings.unknown(Probe.KEY, "key.unsupported", kind.what());
    }
    return null;
  }

  /**
   * The key of that name.
   *
   * @throws Unreadable if it is not there
   * @throws NotServed if nobody answers
   * @throws Unsupported if we do not know how to look for it
   */
  private Method method(String name) {
    int fragment = name.indexOf('#');
    String base = fragment < 0 ? name : name.substring(0, fragment);
    if (base.startsWith(DID_KEY) || base.startsWith(DID_JWK)) {
      return ofItself(base, name);
    }
    if (base.startsWith(DidWeb.METHOD) || base.startsWith("https://")) {
      return fragment < 0 && base.startsWith("https://") ? alone(name) : listed(base, name);
    }
    throw new Unsupported(
        base.startsWith("did:") ? base.replaceFirst("(did:\\w*:).*", "$1") : base);
  }

  /** All keys of a controller that may sign claims. */
  List<JsonObject> assertionMethods(String controller) {
    JsonObject document = document(controller);
    return Members.objects(document, "verificationMethod").stream()
        .filter(each -> asserts(document, controller, Members.text(each, "id")))
        .toList();
  }

  /** A key that is its own name (did:key §3, did:jwk): nobody is asked. */
  private static Method ofItself(String did, String name) {
    boolean jwk = did.startsWith(DID_JWK);
    if (!name.equals(did + "#" + (jwk ? "0" : did.substring(DID_KEY.length())))) {
      throw new Unreadable("key.not-listed", did);
    }
    try {
      JsonObject key = SafeJson.object(KeyDid.of(name).key().toJSONString());
      return new Method(did, true, JSON.createObjectBuilder().add("publicKeyJwk", key).build());
    } catch (KeyRefused e) {
      int shown = jwk ? DID_JWK.length() : DID_KEY.length() + 4;
      throw new Unsupported(did.substring(0, Math.min(shown, did.length())));
    }
  }

  private Method listed(String base, String name) {
    JsonObject document = document(base);
    JsonObject found =
        methods(document).stream()
            .filter(each -> isNamed(Members.text(each, "id"), base, name))
            .findFirst()
            .orElseThrow(() -> new Unreadable("key.not-listed", base));
    String controller = Members.text(found, "controller");
    if (controller.isEmpty() || controller.equals(base)) {
      return new Method(base, asserts(document, base, name), found);
    }
    // anybody can list a key as somebody else's: that one must list it, too
    return new Method(controller, asserts(document(controller), controller, name), found);
  }

  /** A key with an address of its own, which its controller must list. */
  private Method alone(String name) {
    JsonObject key = visit.json(name);
    String controller = Members.text(key, "controller");
    if (!Members.text(key, "id").equals(name) || controller.isEmpty()) {
      throw new Unreadable("key.not-itself", name);
    }
    return new Method(controller, asserts(document(controller), controller, name), key);
  }

  private JsonObject document(String controller) {
    JsonObject document =
        visit.json(controller.startsWith(DidWeb.METHOD) ? DidWeb.address(controller) : controller);
    if (!Members.text(document, "id").equals(controller)) {
      throw new Unreadable("key.not-itself", controller);
    }
    return document;
  }

  /** Keys may also stand directly where it is said what they are for. */
  private static List<JsonObject> methods(JsonObject document) {
    return List.of("verificationMethod", "assertionMethod").stream()
        .flatMap(member -> Members.objects(document, member).stream())
        .toList();
  }

  private static boolean asserts(JsonObject document, String base, String name) {
    for (JsonValue each : Members.all(document, "assertionMethod")) {
      String listed =
          each instanceof JsonObject object
              ? Members.text(object, "id")
              : each instanceof JsonString text ? text.getString() : "";
      if (isNamed(listed, base, name)) {
        return true;
      }
    }
    return false;
  }

  /** A name may leave out what stands before the fragment. */
  private static boolean isNamed(String written, String base, String name) {
    return written.equals(name) || (written.startsWith("#") && (base + written).equals(name));
  }
}
