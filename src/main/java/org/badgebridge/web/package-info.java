/** What every page and endpoint shares: templates, words, headers, and how failures are shown. */
@NullMarked
package org.badgebridge.web;

import org.jspecify.annotations.NullMarked;
