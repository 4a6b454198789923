package org.badgebridge.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.testing.NodePackage;

/**
 * The independent verifiers of {@code src/test/verifiers}: npm packages of other people, installed
 * below {@code target} with exactly the versions of the lock file. Needs Node 20 or newer.
 */
final class Verifiers {

  private final Path folder;

  private Verifiers(Path folder) {
    this.folder = folder;
  }

  /**
   * What a verifier said.
   *
   * @param text its output, for the message of a failing test
   */
  record Verdict(boolean valid, String text) {}

  static Verifiers install() throws IOException, InterruptedException {
    return new Verifiers(NodePackage.install("verifiers"));
  }

  /**
   * Asks one verifier.
   *
   * @param server answers in place of {@link CredentialDesk#BASE}; every other address is refused
   */
  Verdict run(String script, String document, String server)
      throws IOException, InterruptedException {
    return run(script, document.getBytes(StandardCharsets.UTF_8), server);
  }

  /** The same of a file that is not text. */
  Verdict run(String script, byte[] document, String server)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "document", ".json");
    try {
      Files.write(file, document);
      List<String> command = new ArrayList<>(List.of("node", script, file.toString()));
      command.addAll(maps(server));
      NodePackage.Call call = NodePackage.call(folder, command.toArray(String[]::new));
      if (call.status() > 1) {
        throw new IllegalStateException(script + " could not run:\n" + call.output());
      }
      return new Verdict(call.status() == 0, call.output());
    } finally {
      Files.delete(file);
    }
  }

  /** Has the list of files of a leaver kit checked, and the files. */
  Verdict kit(Path kit) throws IOException, InterruptedException {
    NodePackage.Call call = NodePackage.call(folder, "node", "verify-kit.mjs", kit.toString());
    return new Verdict(call.status() == 0, call.output());
  }

  /** Asks one verifier about many files at once, in the order given. */
  List<Verdict> run(String script, List<byte[]> documents, String server)
      throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of("node", script));
    for (byte[] document : documents) {
      Path file = Files.write(Files.createTempFile(folder, "document", ".json"), document);
      files.add(file);
      command.add(file.toString());
    }
    command.add("--quiet");
    command.addAll(maps(server));
    NodePackage.Call call = NodePackage.call(folder, command.toArray(String[]::new));
    List<Verdict> verdicts = new ArrayList<>();
    for (Path file : files) {
      String line =
          call.output()
              .lines()
              .filter(each -> each.contains(file.toString()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(script + ":\n" + call.output()));
      verdicts.add(new Verdict(line.startsWith("VALID"), line));
      Files.delete(file);
    }
    return verdicts;
  }

  /**
   * Lets the wallet take a badge, checking us on the way, and has all verifiers judge it.
   *
   * @param offer what the QR code says
   * @param key {@code ES256 jwk}, {@code EdDSA did:key} and so on: its key, and how it names it
   * @param server the address of the tool, which also answers for https
   */
  Verdict takeIntoWallet(String offer, String number, String key, String server)
      throws IOException, InterruptedException {
    String https = server.replaceFirst("^http:", "https:");
    Path saved = Files.createTempFile(folder, "taken", ".json");
    try {
      NodePackage.Call wallet =
          NodePackage.call(
              folder,
              "node",
              "wallet-oid4vci.mjs",
              offer,
              "--txcode",
              number,
              "--alg",
              key.substring(0, key.indexOf(' ')),
              "--bind",
              key.substring(key.indexOf(' ') + 1),
              "--save",
              saved.toString(),
              "--map",
              https + "=" + server);
      if (wallet.status() != 0) {
        return new Verdict(false, wallet.output());
      }
      Verdict verdict = judge(Files.readString(saved, StandardCharsets.UTF_8), server);
      return new Verdict(verdict.valid(), wallet.output() + verdict.text());
    } finally {
      Files.delete(saved);
    }
  }

  /**
   * Has all verifiers judge a badge of the tool.
   *
   * @param server the address of the tool, which also answers for https
   */
  Verdict judge(String document, String server) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "judged", ".json");
    try {
      Files.writeString(file, document);
      NodePackage.Call call =
          NodePackage.call(
              folder,
              "node",
              "verify-all.mjs",
              file.toString(),
              "--map",
              server.replaceFirst("^http:", "https:") + "=" + server,
              "--map",
              "https://purl.imsglobal.org=" + folder.resolve("schema/purl"));
      return new Verdict(call.status() == 0, call.output());
    } finally {
      Files.delete(file);
    }
  }

  /** A badge that the library of somebody else issues to an address, by a key made just now. */
  String issue(String email) throws IOException, InterruptedException {
    return issued("--email", email);
  }

  /** The same about a DID. */
  String issueTo(String did) throws IOException, InterruptedException {
    return issued("--subject", did);
  }

  /** The same, with two endorsements of which one holds, a newer copy and a schema of its own. */
  String issueEndorsed() throws IOException, InterruptedException {
    return issued("--email", "eve@home.example", "--endorsed", "yes");
  }

  /** The same with endorsements that are tokens, and no newer copy. */
  String issueEndorsedByTokens(String email) throws IOException, InterruptedException {
    return issued("--email", email, "--endorsed", "jwt");
  }

  /** Keys of P-256, each a line of JSON with its name and a badge that it signed. */
  String didKeys(int count) throws IOException, InterruptedException {
    return made("make-did-keys.mjs", "--count", String.valueOf(count));
  }

  private String issued(String... options) throws IOException, InterruptedException {
    return made("issue-badge.mjs", options);
  }

  private String made(String script, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(options));
    NodePackage.Call call = NodePackage.call(folder, command.toArray(String[]::new));
    if (call.status() != 0) {
      throw new IllegalStateException(call.output());
    }
    return call.output().strip();
  }

  private List<String> maps(String server) {
    return List.of(
        "--map",
        CredentialDesk.BASE + "=" + server,
        "--map",
        "https://purl.imsglobal.org=" + folder.resolve("schema/purl"));
  }
}
