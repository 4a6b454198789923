package org.badgebridge.credential.disclosure;

import java.util.List;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.credential.supplement.Supplement;

/**
 * A badge as others see it: with what its owner chose to show, and nothing else.
 *
 * @param holder the name that stands beside it; empty for none
 * @param supplements documents that were joined to it and that its owner shows
 * @param expired whether it has ended
 * @param note what its owner thinks of it; empty for nothing
 * @param whole whether nothing that it states is left out
 */
public record SeenBadge(
    Credential credential,
    IssuedBadge badge,
    String holder,
    String note,
    List<Supplement> supplements,
    boolean expired,
    boolean whole) {}
