package org.badgebridge.credential;

import java.util.UUID;

/** Where the status of one credential is read: one bit of one list. */
record StatusEntry(UUID listId, int index) {}
