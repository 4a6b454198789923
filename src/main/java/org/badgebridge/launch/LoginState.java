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
 * @param launchId the key of the row that the launch will write: a login is used once
 * @param nonce what the id_token must contain; of this login only
 * @param platformId the registration the login was for
 * @param binding the secret that only the browser which began the login can show
 * @param storageTarget frame that keeps data for us ({@code lti_storage_target}), or empty
 */
record LoginState(
    Instant expiresAt,
    UUID launchId,
    String nonce,
    UUID platformId,
    String binding,
    String storageTarget) {

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(176);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(expiresAt.getEpochSecond());
      write(out, launchId);
      write(out, platformId);
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
      UUID launchId = readId(in);
      UUID platformId = readId(in);
      return new LoginState(
          expiresAt, launchId, in.readUTF(), platformId, in.readUTF(), in.readUTF());
    }
  }

  private static void write(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static UUID readId(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }
}
