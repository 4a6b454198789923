package org.badgebridge.backpack.entry;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.JustSignedIn;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;

/** What an owner does about the ways into their backpack; each answers with the page of them. */
@Path(WaysPage.ADDRESS)
@PersonOnly
public class WayDeeds {

  private final RemoveWay removing;
  private final JoinBackpacks joining;
  private final ChooseMailbox choosing;
  private final Guesses guesses;
  private final SignedIn signedIn;

  @Inject
  public WayDeeds(
      RemoveWay removing,
      JoinBackpacks joining,
      ChooseMailbox choosing,
      Guesses guesses,
      SignedIn signedIn) {
    this.removing = removing;
    this.joining = joining;
    this.choosing = choosing;
    this.guesses = guesses;
    this.signedIn = signedIn;
  }

  @POST
  @Path("address/{id: [0-9a-f-]{36}}/remove")
  @JustSignedIn
  public Response removeAddress(@PathParam("id") UUID id) {
    removing.address(signedIn.personId(), id, signedIn.actor(), signedIn.locale());
    return done(Done.REMOVED);
  }

  @POST
  @Path("school/{id: [0-9a-f-]{36}}/remove")
  @JustSignedIn
  public Response removeSchool(@PathParam("id") UUID id) {
    removing.school(signedIn.personId(), id, signedIn.actor(), signedIn.locale());
    return done(Done.REMOVED);
  }

  @POST
  @Path("login/{id: [0-9a-f-]{36}}/remove")
  @JustSignedIn
  public Response removeLogin(@PathParam("id") UUID id) {
    removing.login(signedIn.personId(), id, signedIn.actor(), signedIn.locale());
    return done(Done.REMOVED);
  }

  /** Sends mail to a proven address from now on. */
  @POST
  @Path("address/{id: [0-9a-f-]{36}}/mail")
  public Response mailTo(@PathParam("id") UUID id) {
    choosing.choose(signedIn.personId(), id, signedIn.actor());
    return done(Done.MAIL);
  }

  /** Sends mail where the schools say again. */
  @POST
  @Path("mail/school")
  public Response mailToSchools() {
    choosing.chooseNone(signedIn.personId(), signedIn.actor());
    return done(Done.MAIL);
  }

  /** Brings the backpack in whose door's code is sent along. */
  @POST
  @Path("join")
  @JustSignedIn
  public Response join(@FormParam("code") @DefaultValue("") String code) {
    guesses.count(signedIn.personId(), "backpack code");
    joining.join(signedIn.personId(), code, signedIn.actor(), signedIn.locale());
    return done(Done.JOINED);
  }

  /** Lets a backpack that came in go out again. */
  @POST
  @Path("join/{id: [0-9a-f-]{36}}/undo")
  public Response part(@PathParam("id") UUID id) {
    joining.part(signedIn.personId(), id, signedIn.actor(), signedIn.locale());
    return done(Done.PARTED);
  }

  /** What was done last, for the page that follows. */
  enum Done {
    ADDED,
    REMOVED,
    MAIL,
    JOINED,
    PARTED,
    /** A login made this backpack. */
    NEW;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String address() {
      return WaysPage.ADDRESS + "?done=" + slug();
    }
  }

  static Response done(Done what) {
    return Response.seeOther(URI.create(what.address())).build();
  }
}
