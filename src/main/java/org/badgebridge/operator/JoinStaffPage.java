package org.badgebridge.operator;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.staff.AcceptInvitation;
import org.badgebridge.staff.InviteStaff;
import org.badgebridge.staff.Place;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where an institution's invitation leads: shows what is promised, and takes it for the account
 * that is signed in, else for the one with the invitation's address, else for a new one.
 */
@Path(InviteStaff.ADDRESS)
@Produces("text/html;charset=UTF-8")
public class JoinStaffPage {

  private final OpenInvitations open;
  private final AcceptInvitation accepting;
  private final JoinStaff joining;
  private final SignIn signIn;
  private final Passwords passwords;
  private final Guesses guesses;
  private final SignInGate gate;
  private final SignedIn signedIn;
  private final Screen screen;

  @Inject
  public JoinStaffPage(
      OpenInvitations open,
      AcceptInvitation accepting,
      JoinStaff joining,
      SignIn signIn,
      Passwords passwords,
      Guesses guesses,
      SignInGate gate,
      SignedIn signedIn,
      Screen screen) {
    this.open = open;
    this.accepting = accepting;
    this.joining = joining;
    this.signIn = signIn;
    this.passwords = passwords;
    this.guesses = guesses;
    this.gate = gate;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  /** The page that takes the code from behind the {@code #}. */
  @GET
  public Response show(@HeaderParam("Accept-Language") @Nullable String languages) {
    return answer(200, "operator/join-code.jte", Words.choose(languages), Map.of("refused", false));
  }

  /** What the code promises. */
  @POST
  @Path("look")
  public Response look(
      @FormParam("code") @DefaultValue("") String code,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    guesses.count(request, "invitation");
    return invitation(200, code.strip(), "", Map.of(), headers);
  }

  @POST
  public Response accept(
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("repeated") @DefaultValue("") String repeated,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    guesses.count(request, "invitation");
    if (gate.admitStaff(headers.getCookies())) {
      return arrive(accepting.accept(code, signedIn.accountId())).build();
    }
    Optional<Invited> invited = open.read(code);
    if (invited.isEmpty()) {
      return invitation(404, code, name, Map.of(), headers);
    }
    return invited.get().known()
        ? acceptAsKnown(code, invited.get().invitation().email(), password, headers)
        : acceptAsNew(
            JoinForm.of(code, name, invited.get().invitation().email(), password, repeated),
            headers);
  }

  private Response acceptAsKnown(String code, String email, String password, HttpHeaders headers) {
    Optional<String> token = signIn.signIn(email, password);
    if (token.isEmpty()) {
      return invitation(401, code, "", Map.of("password", "operator.join.password-wrong"), headers);
    }
    return arrive(accepting.accept(code, signIn.accountOf(email)))
        .cookie(SessionCookie.of(Kind.ADMINISTRATOR, token.get(), SignIn.SESSION_LASTS))
        .build();
  }

  private Response acceptAsNew(JoinForm form, HttpHeaders headers) {
    Map<String, String> faults = form.faults(passwords);
    if (!faults.isEmpty()) {
      return invitation(422, form.code(), form.name(), faults, headers);
    }
    JoinStaff.Arrival arrival =
        joining.join(form.code(), form.name(), passwords.hash(form.password()), locale(headers));
    return arrive(arrival.place())
        .cookie(SessionCookie.of(Kind.ADMINISTRATOR, arrival.token(), SignIn.SESSION_LASTS))
        .build();
  }

  private static Response.ResponseBuilder arrive(Place place) {
    return Response.seeOther(URI.create("/admin/institutions/" + place.institutionId()));
  }

  private Response invitation(
      int status, String code, String name, Map<String, String> faults, HttpHeaders headers) {
    Locale locale = locale(headers);
    Optional<Invited> invited = open.read(code);
    if (invited.isEmpty()) {
      return answer(404, "operator/join-code.jte", locale, Map.of("refused", true));
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("invited", invited.get());
    parts.put("code", code);
    parts.put("name", name);
    parts.put("faults", faults);
    parts.put("signedIn", gate.admitStaff(headers.getCookies()));
    return answer(status, "operator/join.jte", locale, parts);
  }

  private Response answer(int status, String template, Locale locale, Map<String, ?> parts) {
    return screen.answer(status, template, locale, parts);
  }

  private static Locale locale(HttpHeaders headers) {
    String wish = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    return Words.choose(wish);
  }
}
