package org.badgebridge.api;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.database.Sql;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuers;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.JoinedDataSource;

/** The room's use cases, wired by hand for one transaction. */
final class ApiDesk {

  final StaffDesk staff;
  final BadgeDesk badges;
  final OnceOnly onceOnly;
  final Answers answers;
  final Artworks artworks;

  private final ImportBadgeClasses importing;
  private final ExportBadgeClasses exporting;

  ApiDesk(EntityManager em, Clock clock) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    staff = new StaffDesk(em, clock);
    badges = new BadgeDesk(em, clock);
    onceOnly = new OnceOnly(sql, clock);
    artworks = new Artworks(sql, clock);
    Issuers issuers = new Issuers(em);
    answers =
        new Answers(
            badges.badgeClasses,
            issuers,
            staff.places,
            staff.rights,
            new PublicOrigin("https://badges.example.org"),
            em);
    ForeignIds foreignIds = new ForeignIds(em, sql);
    TakeRow taking =
        new TakeRow(
            badges.badgeClasses,
            badges.creating(),
            badges.editing(),
            artworks,
            issuers,
            staff.places,
            staff.rights,
            foreignIds);
    importing =
        new ImportBadgeClasses(
            staff.rights, taking, foreignIds, new AuditTrail(em, clock), em, undoing(em));
    exporting =
        new ExportBadgeClasses(
            badges.badgeClasses, new Institutions(em, sql, clock), issuers, artworks, clock);
  }

  ImportReport take(
      UUID institution, byte[] file, ImportBadgeClasses.Manner manner, Actor importer) {
    return importing.take(institution, file, manner, importer);
  }

  byte[] export(UUID institution) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      exporting.write(Place.institution(institution), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static TransactionSynchronizationRegistry undoing(EntityManager em) {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            ApiDesk.class.getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, arguments) -> {
              em.getTransaction().setRollbackOnly();
              return null;
            });
  }
}
