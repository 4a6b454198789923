package org.badgebridge.badgeclass;

import java.util.UUID;

/** A badge class was made or changed, or its state; observed in the same transaction. */
public record BadgeClassChanged(UUID badgeClassId) {}
