/**
 * The receiver of Caliper events (1EdTech Caliper Analytics 1.1 and 1.2), and of Canvas' Live
 * Events in Canvas' own format or in Caliper's.
 */
@NullMarked
package org.badgebridge.passback.caliper;

import org.jspecify.annotations.NullMarked;
