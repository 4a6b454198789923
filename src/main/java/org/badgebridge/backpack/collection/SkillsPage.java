package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** The skills that an owner has shown, and at what levels, with the badges that say so. */
@Path("/backpack/skills")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class SkillsPage {

  private final Credentials credentials;
  private final Skills skills;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public SkillsPage(
      Credentials credentials, Skills skills, SignedIn signedIn, Views views, Words words) {
    this.credentials = credentials;
    this.skills = skills;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String show() {
    List<Credential> own = credentials.of(signedIn.personId());
    return views.render(
        "backpack/collection/skills.jte",
        Page.open(signedIn.locale(), words),
        Map.of("skills", skills.in(own), "levels", skills.levelsIn(own)));
  }
}
