/** A browser without a screen: performs launches over HTTP for the tests. */
@NullMarked
package org.badgebridge.demo.client;

import org.jspecify.annotations.NullMarked;
