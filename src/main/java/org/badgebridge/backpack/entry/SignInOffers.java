package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.login.OpenIdProvider;
import org.badgebridge.login.OpenIdProviders;

/**
 * By what one can open a backpack on the page for that. Whoever is asked to sign in once more reads
 * of no way that is not theirs: a code goes to no address that nobody knows.
 */
@ApplicationScoped
public class SignInOffers {

  private final WaysIn ways;
  private final OpenIdProviders providers;

  @Inject
  public SignInOffers(WaysIn ways, OpenIdProviders providers) {
    this.ways = ways;
    this.providers = providers;
  }

  /**
   * What is offered.
   *
   * @param mail whether a code to a mailbox may open it
   * @param providers with a login
   * @param platforms from whose courses it opens, as people call them; empty if we do not know
   */
  public record Offer(boolean mail, List<OpenIdProvider> providers, List<String> platforms) {}

  /** To somebody of whom nothing is known. */
  Offer everybody() {
    return new Offer(true, providers.open(), List.of());
  }

  /** To the owner of a backpack. */
  Offer owner(UUID person) {
    WaysIn.Ways theirs = ways.of(person);
    Offer offer =
        new Offer(
            theirs.byMail(),
            theirs.logins().isEmpty() ? List.of() : providers.open(),
            theirs.platforms());
    boolean nothing = !offer.mail() && offer.providers().isEmpty() && offer.platforms().isEmpty();
    return nothing ? everybody() : offer;
  }
}
