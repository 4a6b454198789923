package org.badgebridge.backpack.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.backpack.elsewhere.ImportedBadge;
import org.badgebridge.backpack.elsewhere.ImportedBadges;

/** Packs the badges of other issuers: each as the file that its owner brought. */
@ApplicationScoped
public class PackElsewhere {

  private final ImportedBadges badges;

  @Inject
  public PackElsewhere(ImportedBadges badges) {
    this.badges = badges;
  }

  int size(UUID personId) {
    return badges.count(personId);
  }

  /** Adds their files and pictures, apart from the badges that were issued here. */
  List<KitImported> pack(KitZip zip, UUID personId) throws IOException {
    List<KitImported> packed = new ArrayList<>();
    for (ImportedBadge each : badges.of(personId)) {
      String number = String.format(Locale.ROOT, "%04d", packed.size() + 1);
      String folder = "elsewhere/" + number + KitBadge.slug(each.badge().name());
      String original = folder + "/original." + each.kind().suffix();
      String picture = each.pictured() ? folder + "/picture.png" : "";
      zip.add(original, badges.original(personId, each.id()));
      if (each.pictured()) {
        zip.add(picture, badges.picture(personId, each.id()));
      }
      packed.add(new KitImported(original, picture, each));
    }
    return packed;
  }
}
