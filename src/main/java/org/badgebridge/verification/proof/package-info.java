/** Signatures: of documents (Data Integrity) and of tokens (VC-JWT), and whose keys made them. */
@NullMarked
package org.badgebridge.verification.proof;

import org.jspecify.annotations.NullMarked;
