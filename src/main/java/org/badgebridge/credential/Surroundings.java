package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a verifier fetches beside a badge, as it is now: for whoever takes it all along. */
@ApplicationScoped
public class Surroundings {

  private final DidDocuments dids;
  private final StatusListDocuments lists;
  private final Addresses addresses;

  @Inject
  Surroundings(DidDocuments dids, StatusListDocuments lists, Addresses addresses) {
    this.dids = dids;
    this.lists = lists;
    this.addresses = addresses;
  }

  /** The issuer's DID document. */
  public JsonObject did(UUID issuerId) {
    return dids.issuer(issuerId);
  }

  /** The DID document of this installation itself. */
  public JsonObject tool() {
    return dids.tool();
  }

  /**
   * A document and where it is kept.
   *
   * @param id of our own
   * @param address where its newest state is
   */
  public record Kept(UUID id, String address, String document) {}

  /** The list on which the badge stands; it is the same for many badges. */
  public Optional<Kept> statusList(Credential credential) {
    UUID id = credential.status().listId();
    return lists
        .current(id)
        .map(version -> new Kept(id, addresses.statusList(id), version.document()));
  }

  /** The contexts that our documents name: file names, and what they hold. */
  public static Map<String, byte[]> contexts() {
    return Map.of(
        "credentials-v2.json", read("credentials-v2.json"),
        "ob-3.0.3.json", read("ob-3.0.3.json"),
        "ob-extensions.json", read("ob-extensions.json"));
  }

  private static byte[] read(String file) {
    try (InputStream json = Surroundings.class.getResourceAsStream("contexts/" + file)) {
      if (json == null) {
        throw new IllegalStateException("context is missing: " + file);
      }
      return json.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
