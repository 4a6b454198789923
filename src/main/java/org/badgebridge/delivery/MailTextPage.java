package org.badgebridge.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
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
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** The words of one kind of message in one language, with what they look like. */
@Path(
    "/admin/mail/{institution: [0-9a-f-]{36}}/text/{kind: offer|reminder|returned|denied}/{language: en|nl}")
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
  private final AdminScreen screen;

  @Inject
  public MailTextPage(
      Institutions institutions,
      MailTexts texts,
      ChangeMailText change,
      SampleLetter sample,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
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
  public Response show(
      @PathParam("institution") UUID id,
      @PathParam("kind") String kind,
      @PathParam("language") String language) {
    Institution institution = readable(id);
    MailTexts.Key key = key(id, kind, language);
    return page(200, institution, key, new Form(texts.of(key), revision(key), List.of()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("institution") UUID id,
      @PathParam("kind") String kind,
      @PathParam("language") String language,
      MultivaluedMap<String, String> sent) {
    Institution institution = readable(id);
    MailTexts.Key key = key(id, kind, language);
    Form typed = Form.of(sent);
    try {
      if ("reset".equals(sent.getFirst("do"))) {
        change.reset(key, signedIn.actor());
      } else {
        change.keep(key, typed.text(), typed.revision(), signedIn.actor());
      }
      return Response.seeOther(URI.create("/admin/mail/" + id)).build();
    } catch (InvalidFields invalid) {
      return page(
          422, institution, key, new Form(typed.text(), typed.revision(), invalid.faults()));
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      List<FieldFault> faults = List.of(FieldFault.of("form", e.detailKey()));
      return page(409, institution, key, new Form(typed.text(), revision(key), faults));
    }
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(
      @PathParam("institution") UUID id,
      @PathParam("kind") String kind,
      @PathParam("language") String language,
      MultivaluedMap<String, String> sent) {
    Institution institution = open(id, Permission.UPDATE);
    Letter letter = letter(Form.of(sent), institution, key(id, kind, language));
    return screen.show(
        200,
        "delivery/preview.jte",
        institution.accent(),
        Map.of("letter", letter, "language", language));
  }

  private Institution readable(UUID id) {
    return open(id, Permission.READ);
  }

  private Institution open(UUID id, Permission needed) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), needed, Place.institution(id));
    return institution;
  }

  private static MailTexts.Key key(UUID id, String kind, String language) {
    return new MailTexts.Key(
        id, MailKind.valueOf(kind.toUpperCase(Locale.ROOT)), Locale.forLanguageTag(language));
  }

  private long revision(MailTexts.Key key) {
    return texts.own(key).map(MailTexts.Own::revision).orElse(0L);
  }

  private Letter letter(Form form, Institution institution, MailTexts.Key key) {
    return sample.of(key.kind(), ChangeMailText.clean(form.text()), institution, key.language());
  }

  private Response page(int status, Institution institution, MailTexts.Key key, Form form) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", places.way(Level.INSTITUTION, institution.id()));
    parts.put("may", rights.of(signedIn.actor(), Place.institution(institution.id())));
    parts.put("key", key);
    parts.put("text", form.text());
    parts.put("revision", form.revision());
    parts.put("faults", form.faults());
    parts.put("letter", letter(form, institution, key));
    return screen.show(status, "delivery/text.jte", institution.accent(), parts);
  }

  /** The words as somebody typed them, and the revision that they saw. */
  private record Form(MailText text, long revision, List<FieldFault> faults) {

    static Form of(MultivaluedMap<String, String> sent) {
      String revision = value(sent, "revision");
      return new Form(
          new MailText(value(sent, "subject"), value(sent, "intro"), value(sent, "outro")),
          revision.matches("\\d{1,18}") ? Long.parseLong(revision) : -1,
          List.of());
    }

    private static String value(MultivaluedMap<String, String> sent, String field) {
      String value = sent.getFirst(field);
      return value == null ? "" : value;
    }
  }
}
