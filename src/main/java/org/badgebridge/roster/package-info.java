/** Who is in a course, as the platform's Names and Role Provisioning Service (NRPS 2.0) tells. */
@NullMarked
package org.badgebridge.roster;

import org.jspecify.annotations.NullMarked;
