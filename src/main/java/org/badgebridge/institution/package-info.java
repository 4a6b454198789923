/** The tenants of one installation, and the issuers that stand behind their badges. */
@NullMarked
package org.badgebridge.institution;

import org.jspecify.annotations.NullMarked;
