package org.badgebridge.delivery;

import java.util.UUID;

/**
 * A document that was joined to a learner's badge, in its newest version.
 *
 * @param number of the version
 */
record JoinedDocument(
    UUID supplementId, int number, String title, UUID awardId, UUID badgeClassId) {}
