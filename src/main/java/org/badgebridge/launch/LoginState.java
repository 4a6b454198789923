package org.badgebridge.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * What a login must remember until its launch comes. It travels through the browser, sealed, as the
 * {@code state} parameter, so that a login writes nothing and any node can take the launch.
 *
 * @param expiresAt after that the login is over
 * @param nonce what the id_token must contain; used once
 * @param platformId the registration the login was for
 * @param binding the secret that only the browser which began the login can show
 * @param storageTarget frame that keeps data for us ({@code lti_storage_target}), or empty
 */
record LoginState(
    Instant expiresAt, String nonce, UUID platformId, String binding, String storageTarget) {

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(expiresAt.getEpochSecond());
      out.writeLong(platformId.getMostSignificantBits());
      out.writeLong(platformId.getLeastSignificantBits());
      out.writeUTF(nonce);
      out.writeUTF(binding);
      out.writeUTF(storageTarget);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  static LoginState of(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Instant expiresAt = Instant.ofEpochSecond(in.readLong());
      UUID platformId = new UUID(in.readLong(), in.readLong());
      return new LoginState(expiresAt, in.readUTF(), platformId, in.readUTF(), in.readUTF());
    }
  }
}
