package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.identity.EmailAddress;

/** The folder that takes mail where there is no server: one file each, for its owner only. */
@ApplicationScoped
public class Outbox {

  private static final String ENDING = ".eml";

  private final Path folder;

  @Inject
  public Outbox(MailSettings settings) {
    this.folder = settings.outbox();
  }

  /** A message in the folder. */
  public record Item(UUID id, Instant at, long bytes) {}

  /** Writes a message; the same one again replaces it. */
  void write(UUID id, MimeMessage message) throws IOException, MessagingException {
    Files.createDirectories(folder);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    Path draft = folder.resolve(id + ".draft");
    Files.deleteIfExists(draft);
    try (OutputStream out = owned(draft)) {
      bytes.writeTo(out);
    }
    Files.move(
        draft, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static OutputStream owned(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new IOException("two write the same message", e);
    }
    return Files.newOutputStream(file);
  }

  /** The latest first. */
  List<Item> latest(int most) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(each -> item(each).stream())
          .sorted(Comparator.comparing(Item::at).reversed().thenComparing(Item::id))
          .limit(most)
          .toList();
    }
  }

  /** A message as it would travel; empty if there is none. */
  Optional<byte[]> read(UUID id) throws IOException {
    return Files.exists(file(id)) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
  }

  /** Removes every message to one of these addresses. */
  public void removeTo(Set<String> addresses) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.filter(each -> each.getFileName().toString().endsWith(ENDING)).toList();
    }
    for (Path each : all) {
      if (isTo(each, addresses)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static boolean isTo(Path file, Set<String> addresses) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Address[] to =
          new MimeMessage(Session.getInstance(new Properties()), in)
              .getRecipients(Message.RecipientType.TO);
      return to != null
          && Stream.of(to)
              .anyMatch(
                  each ->
                      each instanceof InternetAddress internet
                          && addresses.contains(EmailAddress.normal(internet.getAddress())));
    } catch (MessagingException | NoSuchFileException e) {
      return false; // not a message of ours, or gone meanwhile
    }
  }

  private Path file(UUID id) {
    return folder.resolve(id + ENDING);
  }

  private static Optional<Item> item(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.endsWith(ENDING)
          ? Optional.of(
              new Item(
                  UUID.fromString(name.substring(0, name.length() - ENDING.length())),
                  Files.getLastModifiedTime(file).toInstant(),
                  Files.size(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // gone meanwhile, or not ours
    }
  }
}
