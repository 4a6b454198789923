/** The pages a person clicks through at the campus. */
@NullMarked
package org.badgebridge.demo.pages;

import org.jspecify.annotations.NullMarked;
