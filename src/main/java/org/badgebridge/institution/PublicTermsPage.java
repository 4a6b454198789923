package org.badgebridge.institution;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** What an institution asks learners to agree to, for everybody to read; every version stays. */
@Path("/terms/{institution: [0-9a-f-]{36}}")
@Produces("text/html;charset=UTF-8")
public class PublicTermsPage {

  private final Institutions institutions;
  private final TermsBook book;
  private final Views views;
  private final Words words;

  @Inject
  public PublicTermsPage(Institutions institutions, TermsBook book, Views views, Words words) {
    this.institutions = institutions;
    this.book = book;
    this.views = views;
    this.words = words;
  }

  @GET
  public String current(
      @PathParam("institution") UUID institution,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    return show(institution, book.current(institution), languages);
  }

  @GET
  @Path("{number: [1-9][0-9]{0,5}}")
  public String version(
      @PathParam("institution") UUID institution,
      @PathParam("number") int number,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    return show(institution, book.version(institution, number), languages);
  }

  private String show(UUID id, Optional<Terms> terms, @Nullable String languages) {
    Institution institution = institutions.get(id);
    Terms shown =
        terms.orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    return views.render(
        "institution/terms.jte",
        new Page(Words.choose(languages), words, null, institution.accent()),
        Map.of("institution", institution, "terms", shown));
  }
}
