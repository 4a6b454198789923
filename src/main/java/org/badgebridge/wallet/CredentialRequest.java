package org.badgebridge.wallet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a wallet wants (OpenID4VCI 1.0 §8.2).
 *
 * @param proof one compact JWT
 */
record CredentialRequest(WalletFormat format, String proof) {

  private static final int LARGEST = 64 * 1024;

  private static final ObjectMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .build();

  /**
   * Reads one.
   *
   * @throws WalletRefused if it is none, or asks for what there is not
   */
  static CredentialRequest read(InputStream body) throws IOException {
    JsonNode json = json(body.readNBytes(LARGEST + 1));
    if (json.has("credential_response_encryption")) {
      throw new WalletRefused("invalid_encryption_parameters", "answers are not encrypted here");
    }
    if (json.has("credential_identifier")) {
      throw new WalletRefused(
          "unknown_credential_identifier", "send credential_configuration_id instead");
    }
    if (!json.path("credential_configuration_id").isTextual()) {
      throw new WalletRefused("invalid_credential_request", "send credential_configuration_id");
    }
    WalletFormat format =
        WalletFormat.ofConfiguration(json.get("credential_configuration_id").asText())
            .orElseThrow(CredentialRequest::unknown);
    JsonNode proofs = json.path("proofs").path("jwt");
    if (proofs.size() != 1 || json.path("proofs").size() != 1 || !proofs.path(0).isTextual()) {
      throw new WalletRefused("invalid_proof", "send one proof, in proofs.jwt");
    }
    return new CredentialRequest(format, proofs.get(0).asText());
  }

  static WalletRefused unknown() {
    return new WalletRefused(
        "unknown_credential_configuration", "ask for the configuration in the offer");
  }

  private static JsonNode json(byte[] bytes) {
    try {
      JsonNode read = bytes.length > LARGEST ? null : READER.readTree(bytes);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (IOException e) {
      // refused below: whoever wrote the wallet sees it from the error
    }
    throw new WalletRefused("invalid_credential_request", "send one JSON object, up to 64 KB");
  }
}
