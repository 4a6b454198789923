package org.badgebridge.badgeclass;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.database.Sql;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.drawing.BuiltIns;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuers;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.web.Words;

/** The room's use cases, put together by hand for one transaction. */
public final class BadgeDesk {

  public final BadgeClasses badgeClasses;

  /** What was told of changes. */
  public final Heard<BadgeClassChanged> heard = new Heard<>();

  private final EntityManager em;
  private final Clock clock;

  public BadgeDesk(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
    this.badgeClasses = new BadgeClasses(em);
  }

  public BadgeClass create(UUID institution, BadgeContent content, boolean publish, Actor actor) {
    return creating().create(institution, CreateBadgeClass.Wish.of(content, publish), actor);
  }

  public BadgeClass edit(UUID id, UUID institution, BadgeContent content, Actor actor) {
    return edit(id, institution, EditBadgeClass.Change.of(content, false), actor);
  }

  /** The same, making a next version if one is needed. */
  public BadgeClass replace(UUID id, UUID institution, BadgeContent content, Actor actor) {
    return edit(id, institution, EditBadgeClass.Change.of(content, true), actor);
  }

  BadgeClass edit(UUID id, UUID institution, EditBadgeClass.Change change, Actor actor) {
    return editing().edit(id, institution, change, actor);
  }

  public CreateBadgeClass creating() {
    return new CreateBadgeClass(
        badgeClasses, new Issuers(em), authority(), checks(), changes(), clock);
  }

  public EditBadgeClass editing() {
    return new EditBadgeClass(
        badgeClasses, new Issuers(em), checks(), authority(), changes(), clock);
  }

  BadgeClass publish(UUID id, UUID institution, Actor actor) {
    return new PublishBadgeClass(badgeClasses, checks(), authority(), changes(), clock)
        .publish(id, institution, actor);
  }

  public BadgeClass archive(UUID id, UUID institution, Actor actor) {
    return archiving().archive(id, institution, actor);
  }

  ArchiveBadgeClass archiving() {
    return new ArchiveBadgeClass(badgeClasses, authority(), changes(), clock);
  }

  CopyBadgeClass copying() {
    return new CopyBadgeClass(badgeClasses, authority(), new Words(), changes(), clock);
  }

  /** Writes achievements below an address. */
  public AchievementDocument documents(PublicOrigin origin) {
    return new AchievementDocument(origin, looks(), drawing(), new Words());
  }

  public BadgeLooks looks() {
    return new BadgeLooks(badgeClasses, grammars());
  }

  public BadgeDrawing drawing() {
    return new BadgeDrawing(new Words(), artworks());
  }

  private Authority authority() {
    StaffDesk staff = new StaffDesk(em, clock);
    return new Authority(staff.rights, staff.places, institutions());
  }

  private ContentChecks checks() {
    return new ContentChecks(
        badgeClasses, grammars(), institutions(), artworks(), new PathChecks(badgeClasses));
  }

  private Institutions institutions() {
    return new Institutions(em, new Sql(JoinedDataSource.of(em)), clock);
  }

  private Artworks artworks() {
    return new Artworks(new Sql(JoinedDataSource.of(em)), clock);
  }

  private VisualGrammars grammars() {
    return new VisualGrammars(em, new BuiltIns(new Words()));
  }

  private BadgeChanges changes() {
    return new BadgeChanges(new AuditTrail(em, clock), heard);
  }
}
