package org.badgebridge.insight;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.CsvSheet;
import org.badgebridge.web.Link;
import org.badgebridge.web.Sheet;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.XlsxSheet;
import org.jspecify.annotations.Nullable;

/** The same lists as files. */
@Path("/admin")
@StaffOnly
public class ExportResource {

  private enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
      this.ending = ending;
      this.type = type;
    }
  }

  private final Sheets sheets;
  private final Scopes scopes;
  private final Tenants tenants;
  private final SignedIn signedIn;

  @Inject
  public ExportResource(Sheets sheets, Scopes scopes, Tenants tenants, SignedIn signedIn) {
    this.sheets = sheets;
    this.scopes = scopes;
    this.tenants = tenants;
    this.signedIn = signedIn;
  }

  private interface Writing {
    void with(Sheets.Opening opening) throws IOException;
  }

  @GET
  @Path("insight.csv")
  public Response figures(
      @QueryParam("institution") @Nullable String institution, @BeanParam FilterQuery query) {
    return figures(Format.CSV, institution, query);
  }

  @GET
  @Path("insight.xlsx")
  public Response figuresAsWorkbook(
      @QueryParam("institution") @Nullable String institution, @BeanParam FilterQuery query) {
    return figures(Format.XLSX, institution, query);
  }

  @GET
  @Path("unclaimed.csv")
  public Response unclaimed(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge,
      @QueryParam("why") @Nullable String why) {
    return unclaimed(Format.CSV, institution, badge, why);
  }

  @GET
  @Path("unclaimed.xlsx")
  public Response unclaimedAsWorkbook(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge,
      @QueryParam("why") @Nullable String why) {
    return unclaimed(Format.XLSX, institution, badge, why);
  }

  private Response figures(Format format, @Nullable String institution, FilterQuery query) {
    Institution chosen = chosen(institution);
    Filter filter = query.of(chosen.id(), scopes.of(signedIn.actor(), chosen.id()));
    Locale locale = signedIn.locale();
    return file("insight", format, opening -> sheets.figures(filter, locale, opening));
  }

  private Response unclaimed(
      Format format, @Nullable String institution, @Nullable String badge, @Nullable String why) {
    Institution chosen = chosen(institution);
    Locale locale = signedIn.locale();
    return file(
        "unclaimed",
        format,
        opening ->
            sheets.unclaimed(chosen.id(), Link.id(badge), Obstacle.of(why), locale, opening));
  }

  private Institution chosen(@Nullable String asked) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return chosen;
  }

  private static Response file(String name, Format format, Writing writing) {
    StreamingOutput content =
        out ->
            writing.with(
                (title, headings) ->
                    format == Format.CSV
                        ? csv(out, headings)
                        : new XlsxSheet(out, title, headings));
    return Response.ok(content, format.type)
        .header(
            "Content-Disposition", "attachment; filename=\"" + name + "." + format.ending + "\"")
        .build();
  }

  private static Sheet csv(OutputStream out, String... headings) throws IOException {
    return new CsvSheet(
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), headings);
  }
}
