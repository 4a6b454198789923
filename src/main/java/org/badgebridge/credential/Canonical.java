package org.badgebridge.credential;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.time.Duration;

/**
 * The one text of what a JSON-LD document says, however it is written: RDFC-1.0 with SHA-256, as
 * sorted N-Quads. A term that no context defines is refused, so nothing escapes the signature.
 */
public final class Canonical {

  /** Some graphs take time without bound; those of badges take milliseconds. */
  private static final long PATIENCE = Duration.ofSeconds(2).toMillis();

  private final Contexts contexts;

  public Canonical(Contexts contexts) {
    this.contexts = contexts;
  }

  /**
   * The canonical N-Quads.
   *
   * @throws IllegalArgumentException if the document is not JSON-LD, has an undefined term, or
   *     names a context that is not bundled
   * @throws IllegalStateException if it takes too long
   */
  public String nquads(JsonObject document) {
    JsonLdOptions options = new JsonLdOptions(contexts);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(PATIENCE));
    StringWriter text = new StringWriter(8192);
    try {
      JsonLd.toRdf(JsonDocument.of(document)).options(options).provide(canon);
      canon.provide(new NQuadsWriter(text));
    } catch (JsonLdError | RdfConsumerException e) {
      throw new IllegalArgumentException("cannot canonicalise: " + e.getMessage(), e);
    }
    return text.toString();
  }
}
