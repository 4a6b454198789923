package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Status lists as signed credentials (W3C Bitstring Status List 1.0 §2.2). Signed once for each
 * state of the list; every request asks the database which state is current, so that a revocation
 * shows at once on every node.
 */
@ApplicationScoped
class StatusListDocuments {

  private static final JsonProvider JSON = JsonProvider.provider();

  private final StatusLists lists;
  private final SignDocument documents;
  private final Addresses addresses;
  private final Map<UUID, Version> signed = new ConcurrentHashMap<>();

  @Inject
  StatusListDocuments(StatusLists lists, SignDocument documents, Addresses addresses) {
    this.lists = lists;
    this.documents = documents;
    this.addresses = addresses;
  }

  /** One state of a list. */
  record Version(long number, String document) {}

  /** The list as it is now; empty if there is none. */
  Optional<Version> current(UUID id) {
    Optional<Long> number = lists.version(id);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Version known = signed.get(id);
    if (known != null && known.number == number.get()) {
      return Optional.of(known);
    }
    return lists.find(id).map(this::sign);
  }

  private Version sign(StatusList list) {
    String document = documents.sign(list.issuerId(), write(list), list.changedAt()).document();
    Version version = new Version(list.version(), document);
    signed.put(list.id(), version);
    return version;
  }

  private JsonObject write(StatusList list) {
    String id = addresses.statusList(list.id());
    return JSON.createObjectBuilder()
        .add("@context", JSON.createArrayBuilder().add(Contexts.CREDENTIALS))
        .add("id", id)
        .add(
            "type",
            JSON.createArrayBuilder()
                .add("VerifiableCredential")
                .add("BitstringStatusListCredential"))
        .add("issuer", addresses.did(list.issuerId()))
        .add("validFrom", list.changedAt().toString())
        .add(
            "credentialSubject",
            JSON.createObjectBuilder()
                .add("id", id + "#list")
                .add("type", "BitstringStatusList")
                .add("statusPurpose", "revocation")
                .add("encodedList", list.encoded()))
        .build();
  }
}
