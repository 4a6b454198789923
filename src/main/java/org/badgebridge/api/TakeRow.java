package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.api.ImportReport.Outcome;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.CreateBadgeClass;
import org.badgebridge.badgeclass.EditBadgeClass;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.jspecify.annotations.Nullable;

/**
 * Makes or changes one badge class after a row of a file. Whatever it refuses, it refuses before
 * anything of the badge class is written, so that the other rows go on in the same transaction.
 */
@ApplicationScoped
class TakeRow {

  private final BadgeClasses badgeClasses;
  private final CreateBadgeClass creating;
  private final EditBadgeClass editing;
  private final Artworks artworks;
  private final Issuers issuers;
  private final Places places;
  private final Rights rights;
  private final ForeignIds foreignIds;

  @Inject
  TakeRow(
      BadgeClasses badgeClasses,
      CreateBadgeClass creating,
      EditBadgeClass editing,
      Artworks artworks,
      Issuers issuers,
      Places places,
      Rights rights,
      ForeignIds foreignIds) {
    this.badgeClasses = badgeClasses;
    this.creating = creating;
    this.editing = editing;
    this.artworks = artworks;
    this.issuers = issuers;
    this.places = places;
    this.rights = rights;
    this.foreignIds = foreignIds;
  }

  /**
   * One import.
   *
   * @param pictures that were drawn anew already, by their base64
   * @param offered issuers by id, with whether the importer may make badge classes there
   */
  record Import(
      UUID institutionId,
      ImportBadgeClasses.Manner manner,
      Actor actor,
      Map<String, UUID> pictures,
      Map<UUID, Boolean> offered) {

    Import(UUID institutionId, ImportBadgeClasses.Manner manner, Actor actor) {
      this(institutionId, manner, actor, new HashMap<>(), new HashMap<>());
    }
  }

  /** What became of it. */
  record Taken(Outcome outcome, UUID badgeClass) {}

  /**
   * Takes it.
   *
   * @throws org.badgebridge.problem.ProblemException as making or changing it by hand would
   */
  Taken take(Import all, ImportFile.Line line) {
    ImportRow row = Objects.requireNonNull(line.row());
    UUID id = Objects.requireNonNull(row.id());
    BadgeContent content =
        mapped(Objects.requireNonNull(row.content()), picture(all, row.artwork()), all);
    Optional<UUID> own = foreignIds.own(all.institutionId, id);
    return own.isPresent()
        ? change(all, own.get(), content)
        : ContentFields.named("content.", () -> create(all, id, row, content));
  }

  private Taken change(Import all, UUID id, BadgeContent content) {
    BadgeClass known = badgeClasses.inInstitution(id, all.institutionId);
    rights.require(all.actor, Permission.READ, places.issuer(known.issuerId()).badgeClass(id));
    if (known.content().equals(content)) {
      return new Taken(Outcome.UNCHANGED, id);
    }
    ContentFields.named(
        "content.",
        () ->
            editing.within(
                id,
                all.institutionId,
                EditBadgeClass.Change.of(content, all.manner.newVersion()),
                all.actor));
    return new Taken(Outcome.UPDATED, id);
  }

  private Taken create(Import all, UUID foreign, ImportRow row, BadgeContent content) {
    boolean publish = all.manner.publish() && row.published();
    UUID issuer = issuer(all, row.issuer());
    BadgeClass made =
        creating.within(
            all.institutionId,
            new CreateBadgeClass.Wish(content, List.of(), issuer, publish),
            all.actor);
    foreignIds.remember(all.institutionId, foreign, made.id());
    return new Taken(Outcome.CREATED, made.id());
  }

  /** The issuer of that name, else the first under which the importer may make something. */
  private @Nullable UUID issuer(Import all, @Nullable String name) {
    List<Issuer> known = issuers.of(all.institutionId);
    return known.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .or(() -> known.stream().filter(each -> mayCreate(all, each)).findFirst())
        .map(Issuer::id)
        .orElse(null);
  }

  private boolean mayCreate(Import all, Issuer issuer) {
    return all.offered.computeIfAbsent(
        issuer.id(), id -> rights.may(all.actor, Permission.CREATE, places.issuer(id)));
  }

  /** Ids of the file become ours, as far as we know them. */
  private BadgeContent mapped(BadgeContent content, @Nullable UUID picture, Import all) {
    Pathway pathway = content.pathway();
    BadgeContent pictured = content.pictured(picture);
    if (pathway == null) {
      return pictured;
    }
    List<Pathway.Step> steps = new ArrayList<>();
    for (Pathway.Step step : pathway.steps()) {
      List<UUID> badges =
          step.badges().stream()
              .map(badge -> foreignIds.own(all.institutionId, badge).orElse(badge))
              .toList();
      steps.add(new Pathway.Step(step.title(), step.needed(), badges));
    }
    return pictured.along(new Pathway(pathway.ordered(), steps));
  }

  private @Nullable UUID picture(Import all, @Nullable String base64) {
    if (base64 == null || base64.isEmpty()) {
      return null;
    }
    UUID known = all.pictures.get(base64);
    if (known == null) {
      known = artworks.store(all.institutionId, redrawn(base64), all.actor);
      all.pictures.put(base64, known);
    }
    return known;
  }

  private static Artwork redrawn(String base64) {
    try {
      return Artwork.redrawn(Base64.getDecoder().decode(base64));
    } catch (InvalidFields invalid) {
      throw new InvalidFields(
          invalid.faults().stream()
              .map(each -> new FieldFault("artwork", each.key(), each.arguments()))
              .toList());
    } catch (IllegalArgumentException e) {
      throw new InvalidFields(List.of(FieldFault.of("artwork", "api.import.base64")));
    }
  }
}
