package org.badgebridge.roster;

import java.time.Instant;

/**
 * What one reading of a roster found.
 *
 * @param learners active learners listed
 * @param lecturers active lecturers listed
 * @param shrunk whether so many were missing that they are kept for the time being
 */
public record RosterSync(int learners, int lecturers, boolean shrunk, Instant at) {}
