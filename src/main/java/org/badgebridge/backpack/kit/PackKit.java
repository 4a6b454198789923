package org.badgebridge.backpack.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.DrawnBadge;
import org.badgebridge.credential.Holder;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.Renditions;
import org.badgebridge.credential.Surroundings;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/**
 * Packs everything of a backpack: each badge in every form, what a verifier would fetch beside it,
 * and pages that show and check it all without us. It is made while it goes out, one badge at a
 * time, and nothing of it is kept.
 *
 * <p>The page's script checks the tokens (RS256), because what it shows is then exactly what was
 * signed, in every browser; the package says itself what that does not tell.
 */
@ApplicationScoped
public class PackKit {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String DATA = "kit-data.js";
  private static final String SCRIPT = "check.js";

  private final Credentials credentials;
  private final Renditions renditions;
  private final Holder holder;
  private final Surroundings surroundings;
  private final PackDocuments documents;
  private final PackElsewhere elsewhere;
  private final SignManifest signing;
  private final PublicOrigin origin;
  private final Views views;
  private final Words words;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // badges, what surrounds them, and the pages
  public PackKit(
      Credentials credentials,
      Renditions renditions,
      Holder holder,
      Surroundings surroundings,
      PackDocuments documents,
      PackElsewhere elsewhere,
      SignManifest signing,
      PublicOrigin origin,
      Views views,
      Words words,
      Clock clock) {
    this.credentials = credentials;
    this.renditions = renditions;
    this.holder = holder;
    this.surroundings = surroundings;
    this.documents = documents;
    this.elsewhere = elsewhere;
    this.signing = signing;
    this.origin = origin;
    this.views = views;
    this.words = words;
    this.clock = clock;
  }

  /** How many badges a person's kit has that were issued here. */
  public int size(UUID personId) {
    return credentials.of(personId).size();
  }

  /** How many it has of other issuers. */
  public int elsewhere(UUID personId) {
    return elsewhere.size(personId);
  }

  /** Writes a person's kit; not inside a transaction. */
  public void write(UUID personId, OutputStream out) throws IOException {
    Instant now = clock.instant();
    List<KitBadge> badges = new ArrayList<>();
    JsonArrayBuilder data = JSON.createArrayBuilder();
    Set<UUID> issuers = new LinkedHashSet<>();
    Set<UUID> lists = new LinkedHashSet<>();
    try (KitZip zip = new KitZip(out)) {
      List<Credential> all = credentials.of(personId);
      Map<UUID, String> names = holder.names(all);
      for (Credential credential : all) {
        Surroundings.Kept list = surroundings.statusList(credential).orElseThrow();
        KitBadge badge = KitBadge.of(badges.size() + 1, credential, list.id());
        data.add(files(zip, badge, credential, names.getOrDefault(credential.id(), "")));
        badges.add(badge.with(documents.pack(zip, badge.folder(), credential.id())));
        if (lists.add(list.id())) {
          zip.add("status/" + list.id() + ".json", list.document());
        }
        issuers.add(credential.issuerId());
      }
      List<KitImported> imported = elsewhere.pack(zip, personId);
      SignManifest.Packer packer = signing.addKey(zip);
      zip.add(DATA, "window.KIT = " + data(zip, data, issuers, packer, now) + ";\n");
      for (Map.Entry<String, byte[]> context : Surroundings.contexts().entrySet()) {
        zip.add("contexts/" + context.getKey(), context.getValue());
      }
      zip.add(SCRIPT, resource(SCRIPT));
      zip.add("kit.css", resource("kit.css"));
      for (Locale language : Words.LANGUAGES) {
        zip.add(page(language), html(language, badges, imported, packer, now));
        zip.add(readme(language), KitReadme.text(language, words, packer.did(), origin, now));
      }
      signing.sign(zip, packer, KitManifest.of(zip.sums(), badges, imported, origin, now));
      zip.add("SHA256SUMS", sums(zip.sums()));
    }
  }

  /** The page that is opened first is in the language of most, and leads to the others. */
  static String page(Locale language) {
    return language.equals(Words.LANGUAGES.get(0))
        ? "index.html"
        : "index." + language.toLanguageTag() + ".html";
  }

  private static String readme(Locale language) {
    return page(language).replace("index", "README").replace(".html", ".txt");
  }

  private JsonObject files(KitZip zip, KitBadge badge, Credential credential, String name)
      throws IOException {
    String token = "";
    DrawnBadge drawn = renditions.drawn(credential);
    for (Rendition each : Rendition.values()) {
      if (each == Rendition.PDF) {
        for (Locale language : Words.LANGUAGES) {
          zip.add(
              badge.folder() + "/certificate-" + language.toLanguageTag() + ".pdf",
              renditions.file(credential, each, language, name, drawn).bytes().get());
        }
        continue;
      }
      byte[] bytes = renditions.file(credential, each, Locale.ENGLISH, name, drawn).bytes().get();
      zip.add(badge.folder() + "/badge." + each.suffix(), bytes);
      token = each == Rendition.JWT ? new String(bytes, StandardCharsets.US_ASCII) : token;
    }
    return JSON.createObjectBuilder().add("folder", badge.folder()).add("jwt", token).build();
  }

  private JsonObject data(
      KitZip zip,
      JsonArrayBuilder badges,
      Set<UUID> issuers,
      SignManifest.Packer packer,
      Instant now)
      throws IOException {
    JsonObjectBuilder dids = JSON.createObjectBuilder();
    for (UUID issuer : issuers) {
      JsonObject did = surroundings.did(issuer);
      zip.add("issuers/" + issuer + "/did.json", did.toString());
      dids.add(did.getString("id"), did);
    }
    return JSON.createObjectBuilder()
        .add("made", now.toString())
        .add("badges", badges)
        .add("issuers", dids)
        .add("packer", packer.forBrowsers())
        .build();
  }

  private String html(
      Locale language,
      List<KitBadge> badges,
      List<KitImported> imported,
      SignManifest.Packer packer,
      Instant now) {
    return views.render(
        "backpack/kit.jte",
        Page.open(language, words),
        Map.of(
            "badges",
            badges,
            "imported",
            imported,
            "made",
            now,
            "origin",
            origin.origin(),
            "packer",
            packer.name(),
            "readme",
            readme(language)));
  }

  /** As {@code sha256sum -c} reads it. */
  private static String sums(SortedMap<String, String> sums) {
    return sums.entrySet().stream()
        .map(each -> each.getValue() + "  " + each.getKey() + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PackKit.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + name);
      }
      return in.readAllBytes();
    }
  }
}
