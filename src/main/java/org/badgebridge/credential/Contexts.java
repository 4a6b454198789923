package org.badgebridge.credential;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON-LD contexts our documents use, bundled and parsed once. Whatever else a document names
 * is refused: nothing is ever fetched.
 */
public final class Contexts implements DocumentLoader {

  /** W3C Verifiable Credentials Data Model 2.0. */
  public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

  /** Open Badges 3.0. */
  public static final String OPEN_BADGES =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  /** Defines the {@code 1EdTech…} types, for example that of {@code credentialSchema}. */
  static final String EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

  /** What an Open Badges credential names, in this order. */
  public static final List<String> OF_BADGES = List.of(CREDENTIALS, OPEN_BADGES, EXTENSIONS);

  private final Map<URI, Document> known;

  private Contexts(Map<URI, Document> known) {
    this.known = known;
  }

  /** Those of the classpath. */
  public static Contexts bundled() {
    return new Contexts(
        Map.of(
            URI.create(CREDENTIALS), read("credentials-v2.json"),
            URI.create(OPEN_BADGES), read("ob-3.0.3.json"),
            URI.create(EXTENSIONS), read("ob-extensions.json")));
  }

  /** These and one more. */
  Contexts and(String url, Document context) {
    Map<URI, Document> all = new HashMap<>(known);
    all.put(URI.create(url), context);
    return new Contexts(all);
  }

  /** Whether it is one of them. */
  public boolean knows(String url) {
    try {
      return known.containsKey(new URI(url));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
    Document found = known.get(url);
    if (found == null) {
      throw new JsonLdError(
          JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "context is not bundled: " + url);
    }
    return found;
  }

  private static Document read(String file) {
    try (InputStream json = Contexts.class.getResourceAsStream("contexts/" + file)) {
      if (json == null) {
        throw new IllegalStateException("context is missing: " + file);
      }
      return JsonDocument.of(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonLdError e) {
      throw new IllegalStateException("context is not JSON: " + file, e);
    }
  }
}
