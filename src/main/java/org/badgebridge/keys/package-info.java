/**
 * Keys: sealing secrets at rest, and the signing keys of the tool and of issuers, with rotation.
 */
@NullMarked
package org.badgebridge.keys;

import org.jspecify.annotations.NullMarked;
