package org.badgebridge.keys;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The development key in a file that only its owner can read. */
final class SecretsFile {

  private SecretsFile() {}

  /**
   * The key of this file, made now if there is none. It appears whole or not at all, and of two
   * processes that start at once the first wins.
   */
  static String readOrCreate(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file.toAbsolutePath());
      }
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the development key in " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + "." + Tokens.random());
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = Files.newByteChannel(draft, Set.of(CREATE_NEW, WRITE), onlyOwner)) {
      channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
    }
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // another process was first: its key is the key
    } finally {
      Files.delete(draft);
    }
  }
}
