package org.badgebridge.backpack.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.credential.supplement.Supplement;
import org.badgebridge.credential.supplement.Supplements;

/** Packs the documents that were joined to a badge, whether others see them or not. */
@ApplicationScoped
public class PackDocuments {

  private final Supplements supplements;

  @Inject
  public PackDocuments(Supplements supplements) {
    this.supplements = supplements;
  }

  /** Adds their files, each in its newest version, below the folder of their badge. */
  List<KitDocument> pack(KitZip zip, String folder, UUID credentialId) throws IOException {
    List<KitDocument> packed = new ArrayList<>();
    for (Supplement each : supplements.of(credentialId)) {
      String number = String.format(Locale.ROOT, "%02d", packed.size() + 1);
      String path =
          folder
              + "/documents/"
              + number
              + KitBadge.slug(each.title())
              + "."
              + each.kind().suffix();
      zip.add(path, supplements.content(each));
      packed.add(new KitDocument(path, each));
    }
    return packed;
  }
}
