package org.badgebridge.credential;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardEnded;
import org.badgebridge.award.Awards;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.credential.certificate.Certificates;
import org.badgebridge.credential.disclosure.SeenBadges;
import org.badgebridge.credential.hosted.HostedAddresses;
import org.badgebridge.credential.hosted.HostedAssertions;
import org.badgebridge.credential.hosted.HostedBadgeClasses;
import org.badgebridge.credential.hosted.HostedDocuments;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuers;
import org.badgebridge.keys.IssuerKeys;
import org.badgebridge.keys.IssuerTokenKeys;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.keys.ToolKeyDesk;
import org.badgebridge.keys.ToolKeys;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** The use cases of credentials, wired by hand for one transaction. */
public final class CredentialDesk {

  /** The public address of the tests. */
  public static final String BASE = "https://badges.example.org";

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final PublicOrigin ORIGIN = new PublicOrigin(BASE);
  static final Sealer SEALER = new Sealer(new SecretsKey(ORIGIN, Optional.of(KEY)));

  public final Awards awards;
  public final Credentials credentials;
  public final IssueCredential issue;
  public final RevokeCredential revoke;
  public final AuditTrail audit;
  public final Heard<AwardEnded> ended = new Heard<>();
  public final IssuerKeys keys;
  public final IssuerTokenKeys tokenKeys;
  public final BindToHolder binding;
  public final HostedAssertions hosted;
  public final HostedBadgeClasses hostedBadgeClasses;
  public final Renditions renditions;
  public final Holder holder;
  public final Supplements supplements;
  public final SeenBadges seen;
  public final Issuers issuers;
  public final Institutions institutions;
  public final Surroundings surroundings;
  final ComposeBadge composing;
  final Signing signing;
  final StatusLists statusLists;
  final StatusListDocuments lists;
  private final SignToken tokens;
  private final BadgeClasses badgeClasses;
  private final EntityManager em;
  private final Clock clock;
  public final Addresses addresses = new Addresses(ORIGIN);

  public CredentialDesk(OpenDatabase database, EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
    audit = new AuditTrail(em, clock);
    awards = new Awards(em, clock);
    credentials = new Credentials(em);
    keys = new IssuerKeys(em, SEALER, clock);
    tokenKeys = new IssuerTokenKeys(em, SEALER, clock);
    tokens = new SignToken(tokenKeys);
    badgeClasses = new BadgeClasses(em);
    BadgeDesk badges = new BadgeDesk(em, clock);
    AwardedVersion awarded =
        new AwardedVersion(awards, badgeClasses, badges.looks(), badges.drawing());
    institutions = new Institutions(em, new Sql(database.dataSource()), clock);
    issuers = new Issuers(em);
    holder = new Holder(awards, People.users(new Sql(database.dataSource()), clock));
    supplements = new Supplements(new Sql(JoinedDataSource.of(em)));
    seen = new SeenBadges(holder, supplements, clock);
    renditions =
        new Renditions(
            tokens,
            awarded,
            new Certificates(issuers, institutions, addresses, new Words(), clock));
    HostedAddresses at = new HostedAddresses(ORIGIN);
    hosted = new HostedAssertions(awarded, at, new Words());
    hostedBadgeClasses =
        new HostedBadgeClasses(badges.documents(ORIGIN), issuers, institutions, at, addresses);
    statusLists = new StatusLists(em, clock);
    SignDocument documents = new SignDocument(keys, addresses);
    lists = new StatusListDocuments(statusLists, documents, addresses);
    surroundings = surroundings();
    binding = new BindToHolder(documents, tokens, clock);
    composing =
        new ComposeBadge(
            new BadgeClasses(em),
            issuers,
            badges.documents(ORIGIN),
            People.users(new Sql(database.dataSource()), clock),
            new Words());
    signing = new Signing(statusLists, new OpenBadgeJson(addresses), documents);
    issue = new IssueCredential(awards, composing, signing, credentials, clock);
    revoke = new RevokeCredential(awards, credentials, statusLists, audit, ended, clock);
  }

  /** The pages of public badges. */
  PublicView view() {
    return new PublicView(
        seen, new PublicFrame(institutions, new Views(), new Words()), issuers, addresses);
  }

  /** The keys of the tool itself, and what surrounds badges together with them. */
  public ToolKeys toolKeys() {
    return ToolKeyDesk.open(em, SEALER, clock);
  }

  public Surroundings surroundings(ToolKeys toolKeys) {
    return new Surroundings(
        new DidDocuments(addresses, keys, tokenKeys, toolKeys), lists, addresses);
  }

  @SuppressWarnings("NullAway") // the tool's own document is asked of nobody here
  private Surroundings surroundings() {
    return new Surroundings(new DidDocuments(addresses, keys, tokenKeys, null), lists, addresses);
  }

  /** The status list document behind a path, as verifiers get it. */
  public String statusList(UUID id) {
    return lists.current(id).orElseThrow().document();
  }

  /** One of the files of a credential. */
  public byte[] file(Credential credential, Rendition rendition) {
    return file(credential, rendition, Locale.ENGLISH);
  }

  /** The same in another language. */
  byte[] file(Credential credential, Rendition rendition, Locale reader) {
    return renditions.file(credential, rendition, reader, holder.name(credential)).bytes().get();
  }

  /** What the verifier in this house reads instead of fetching it. */
  @SuppressWarnings("NullAway") // the keys of the tool itself are not asked for
  public OwnDocuments own() {
    DidDocuments dids = new DidDocuments(addresses, keys, tokenKeys, null);
    return new OwnDocuments(credentials, tokens, issuers, dids, lists);
  }

  /** The same of the older generation. */
  public HostedDocuments ownHosted() {
    return new HostedDocuments(credentials, badgeClasses, issuers, hosted, hostedBadgeClasses);
  }

  /** The DID document of an issuer, as verifiers get it. */
  public String did(UUID issuerId) {
    return DidDocuments.issuer(addresses.did(issuerId), keys.all(issuerId), tokenKeys.all(issuerId))
        .toString();
  }
}
