/**
 * What a badge names beside what it says: the schema that it follows, those who endorse it, and
 * where a newer copy is. None of it decides whether the badge holds.
 */
@NullMarked
package org.badgebridge.verification.beside;

import org.jspecify.annotations.NullMarked;
