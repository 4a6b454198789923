/** Baking: a badge inside its own picture, so that the picture can be verified wherever it goes. */
@NullMarked
package org.badgebridge.credential.baking;

import org.jspecify.annotations.NullMarked;
