package org.badgebridge.insight;

import java.util.UUID;

/** What became of the offers of one badge class. */
public record ClassFigures(UUID badgeClassId, String name, String issuer, Figures figures) {}
