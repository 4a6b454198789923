package org.badgebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.verification.Telling;
import org.badgebridge.verification.VerifyBadge;
import org.badgebridge.verification.VerifyingTurns;
import org.badgebridge.verification.verdict.Verdict;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Verifies any Open Badge, for programs. As the page does, for anybody: no token is needed. */
@Path("/api/v1/verify")
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {

  /** Bytes of a request: a file of 1 MiB in base64, and what stands around it. */
  private static final int LARGEST = 3 << 19;

  private final VerifyBadge verifying;
  private final VerifyingTurns turns;
  private final Words words;
  @Context private HttpServletRequest request;

  @Inject
  public VerifyResource(VerifyBadge verifying, VerifyingTurns turns, Words words) {
    this.verifying = verifying;
    this.turns = turns;
    this.words = words;
  }

  /**
   * What is to be verified: exactly one of the first three.
   *
   * @param url its address
   * @param badge a credential or assertion as it is, or a text: a token, JSON
   * @param file a PNG, SVG, PDF or any of the above, in base64
   * @param email whose it should be; null if that is not asked
   */
  record Brought(
      @Nullable String url,
      @Nullable JsonNode badge,
      @Nullable String file,
      @Nullable String email) {

    byte[] bytes() {
      if (Stream.of(url, badge, file).filter(Objects::nonNull).count() != 1) {
        throw fault("url", "api.verify.one");
      }
      if (url != null) {
        if (!url.strip().matches("(?i)https?://\\S+")) {
          throw fault("url", "api.verify.url");
        }
        return url.getBytes(StandardCharsets.UTF_8);
      }
      if (badge != null) {
        String text = badge.isTextual() ? badge.textValue() : badge.toString();
        return text.getBytes(StandardCharsets.UTF_8);
      }
      try {
        return Base64.getDecoder().decode(Objects.requireNonNull(file));
      } catch (IllegalArgumentException e) {
        throw fault("file", "api.verify.base64");
      }
    }

    private static InvalidFields fault(String field, String key) {
      return new InvalidFields(List.of(FieldFault.of(field, key)));
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response verifyBadge(
      @HeaderParam("Accept-Language") @Nullable String languages, InputStream body)
      throws IOException {
    Brought brought = ApiJson.read(ApiJson.bytes(body, LARGEST), Brought.class);
    byte[] bytes = brought.bytes();
    String email = Objects.requireNonNullElse(brought.email, "");
    Verdict verdict = turns.take(request, () -> verifying.verify(bytes, email));
    Telling telling = Telling.in(Words.choose(languages), words);
    return Response.ok(ApiJson.write(VerdictView.of(verdict, telling)))
        .header("Cache-Control", "no-store")
        .build();
  }
}
