package org.badgebridge.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The words of one kind of message in one language, with what they look like. */
@Path("/admin/mail/{institution: [0-9a-f-]{36}}/text/{kind: offer|reminder}/{language: en|nl}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class MailTextPage {

  private final Institutions institutions;
  private final MailTexts texts;
  private final ChangeMailText change;
  private final SampleLetter sample;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final DeliveryScreen screen;

  @PathParam("institution")
  @SuppressWarnings("NullAway.Init")
  private UUID institutionId;

  @PathParam("kind")
  @SuppressWarnings("NullAway.Init")
  private String kind;

  @PathParam("language")
  @SuppressWarnings("NullAway.Init")
  private String language;

  @Inject
  public MailTextPage(
      Institutions institutions,
      MailTexts texts,
      ChangeMailText change,
      SampleLetter sample,
      Rights rights,
      Places places,
      SignedIn signedIn,
      DeliveryScreen screen) {
    this.institutions = institutions;
    this.texts = texts;
    this.change = change;
    this.sample = sample;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show() {
    Institution institution = readable();
    long revision = texts.own(key()).map(MailTexts.Own::revision).orElse(0L);
    return page(200, institution, texts.of(key()), revision, List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @FormParam("do") @Nullable String deed,
      @FormParam("revision") @Nullable String revision,
      @FormParam("subject") @Nullable String subject,
      @FormParam("intro") @Nullable String intro,
      @FormParam("outro") @Nullable String outro) {
    Institution institution = readable();
    MailText typed = typed(subject, intro, outro);
    long shown = revision != null && revision.matches("\\d{1,18}") ? Long.parseLong(revision) : -1;
    try {
      if ("reset".equals(deed)) {
        change.reset(key(), signedIn.actor());
      } else {
        change.keep(key(), typed, shown, signedIn.actor());
      }
      return Response.seeOther(URI.create("/admin/mail/" + institutionId)).build();
    } catch (InvalidFields invalid) {
      return page(422, institution, typed, shown, invalid.faults());
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      long now = texts.own(key()).map(MailTexts.Own::revision).orElse(0L);
      return page(409, institution, typed, now, List.of(FieldFault.of("form", e.detailKey())));
    }
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(
      @FormParam("subject") @Nullable String subject,
      @FormParam("intro") @Nullable String intro,
      @FormParam("outro") @Nullable String outro) {
    Institution institution = readable();
    MailText text = ChangeMailText.clean(typed(subject, intro, outro));
    return screen.show(
        200,
        "preview.jte",
        institution.accent(),
        Map.of("letter", sample.of(text, institution, key().language()), "language", language));
  }

  private Institution readable() {
    Institution institution = institutions.get(institutionId);
    rights.require(signedIn.actor(), Permission.READ, Place.institution(institutionId));
    return institution;
  }

  private MailTexts.Key key() {
    return new MailTexts.Key(
        institutionId,
        MailKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        Locale.forLanguageTag(language));
  }

  private static MailText typed(
      @Nullable String subject, @Nullable String intro, @Nullable String outro) {
    return new MailText(
        subject == null ? "" : subject, intro == null ? "" : intro, outro == null ? "" : outro);
  }

  private Response page(
      int status, Institution institution, MailText text, long revision, List<FieldFault> faults) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", places.way(Level.INSTITUTION, institutionId));
    parts.put("may", rights.of(signedIn.actor(), Place.institution(institutionId)));
    parts.put("key", key());
    parts.put("text", text);
    parts.put("revision", revision);
    parts.put("faults", faults);
    parts.put("letter", sample.of(ChangeMailText.clean(text), institution, key().language()));
    return screen.show(status, "text.jte", institution.accent(), parts);
  }
}
